import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { now } from './clock'
import { env } from './env'
import { randomHex } from './randomness'

// Files that people give us or take from us, by key, under ASSAY_DATA_DIR/blobs. While a file grows it has another name, so that what
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

const readBytes = 256 * 1024

/** Reads a sealed blob. */
export const readBlob = (key: string): AsyncIterable<Uint8Array> =>
  createReadStream(fileOf(key), { highWaterMark: readBytes })

/** Reads the bytes `first` … `last` of a sealed blob, both included. */
export const readBlobRange = (key: string, first: number, last: number): AsyncIterable<Uint8Array> =>
  createReadStream(fileOf(key), { highWaterMark: readBytes, start: first, end: last })

/** Bytes of a sealed blob; null: there is none. */
export const blobSize = (key: string): Promise<number | null> => sizeOf(fileOf(key))

/** A blob that is being made here. Several may be made under one key at once: the last that is kept stays. */
export interface BlobWriter {
  write: (bytes: Uint8Array) => Promise<void>
  /** It is whole, and has its name. `sha256` in hex. */
  keep: () => Promise<{ byteSize: number; sha256: string }>
  /** Removes it. To be called when it is not kept; does nothing afterwards. */
  discard: () => Promise<void>
}

/** Begins a blob that is written from its start to its end. */
export async function createBlob(key: string): Promise<BlobWriter> {
  const file = fileOf(key)
  const part = `${file}.${randomHex(12)}.part`
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(part, 'wx', 0o600)
  const hash = createHash('sha256')
  let byteSize = 0
  let isOpen = true
  const close = async () => {
    if (isOpen) await handle.close()
    isOpen = false
  }
  return {
    write: async bytes => {
      hash.update(bytes)
      byteSize += bytes.length
      for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
    },
    keep: async () => {
      await handle.sync()
      await close()
      await rename(part, file)
      await syncFolder(file)
      return { byteSize, sha256: hash.digest('hex') }
    },
    discard: async () => {
      await close()
      await rm(part, { force: true })
    },
  }
}

/** Removes what `createBlob` began under keys with this beginning and nobody has written to for so long: of dead processes. */
export async function discardBlobParts(beginning: string, idleMs: number): Promise<void> {
  const folder = path.dirname(fileOf(beginning))
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(beginning) || !/\.[0-9a-f]{12}\.part$/.test(name)) continue
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found && now().getTime() - found.mtimeMs > idleMs) await rm(file, { force: true })
  }
}

/** Removes a blob, sealed or growing, if it is there. */
export async function deleteBlob(key: string): Promise<void> {
  await rm(fileOf(key), { force: true })
  await rm(growing(key), { force: true })
}
