import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { now } from './clock'
import { env } from './env'
import { randomId } from './randomness'

/** A body that has been taken in, to be read from its beginning more than once. */
export interface SpooledFile {
  byteSize: number
  sha256: Buffer
  read: () => AsyncIterable<Uint8Array>
  remove: () => Promise<void>
}

export class SpoolLimitError extends Error {}

const abandonedAfterMs = 24 * 3_600_000

/** Files of processes that died. */
async function removeAbandoned(folder: string) {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found && now().getTime() - found.mtimeMs > abandonedAfterMs) await rm(file, { force: true })
  }
}

/** Puts a stream on disk, in bounded memory. @throws SpoolLimitError when it is longer than `mostBytes` */
export async function spoolStream(stream: AsyncIterable<Uint8Array>, mostBytes: number): Promise<SpooledFile> {
  const folder = path.join(/* turbopackIgnore: true */ env().ASSAY_DATA_DIR, 'spool')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeAbandoned(folder)
  const file = path.join(folder, randomId())
  const hash = createHash('sha256')
  let byteSize = 0
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const chunk of stream) {
      byteSize += chunk.byteLength
      if (byteSize > mostBytes) throw new SpoolLimitError('the body is too long')
      hash.update(chunk)
      await handle.write(chunk)
    }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  return {
    byteSize,
    sha256: hash.digest(),
    read: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
    remove: () => rm(file, { force: true }),
  }
}
