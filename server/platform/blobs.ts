import 'server-only'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { env } from './env'

// Files that people give us, by key, under ASSAY_DATA_DIR/blobs. While a file grows it has another name, so that what
// has the key's own name is always whole.

const safeKey = /^[a-z0-9-]{1,80}$/

function fileOf(key: string): string {
  if (!safeKey.test(key)) throw new Error(`not a blob key: ${JSON.stringify(key)}`)
  return path.join(/* turbopackIgnore: true */ env().ASSAY_DATA_DIR, 'blobs', key)
}
const growing = (key: string) => `${fileOf(key)}.part`

const sizeOf = async (file: string) => (await stat(file).catch(() => null))?.size ?? null

/** Makes renames and new files survive a power cut. */
async function syncFolder(file: string) {
  const folder = await open(path.dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Bytes of a growing blob that are safe on disk. */
export const blobPartSize = async (key: string): Promise<number> => (await sizeOf(growing(key))) ?? 0

/** Appends to a growing blob at exactly `offset`. Returns its size, unchanged when it is not `offset`. */
export async function appendToBlob(key: string, offset: number, bytes: Uint8Array): Promise<number> {
  const file = growing(key)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a+').then(async made => {
    await made.close()
    return open(file, 'r+')
  })
  try {
    const { size } = await handle.stat()
    if (size !== offset) return size
    // At a position, so that the same piece sent twice at once writes the same bytes to the same place.
    await handle.write(bytes, 0, bytes.length, offset)
    await handle.datasync()
    return offset + bytes.length
  } finally {
    await handle.close()
  }
}

/** The blob is whole: gives it its own name. Doing it again changes nothing. */
export async function sealBlob(key: string): Promise<void> {
  if ((await sizeOf(growing(key))) === null && (await sizeOf(fileOf(key))) !== null) return
  const handle = await open(growing(key), 'r+')
  await handle.sync()
  await handle.close()
  await rename(growing(key), fileOf(key))
  await syncFolder(fileOf(key))
}

/** Reads a sealed blob. */
export const readBlob = (key: string): AsyncIterable<Uint8Array> =>
  createReadStream(fileOf(key), { highWaterMark: 256 * 1024 })

/** Removes a blob, sealed or growing, if it is there. */
export async function deleteBlob(key: string): Promise<void> {
  await rm(fileOf(key), { force: true })
  await rm(growing(key), { force: true })
}
