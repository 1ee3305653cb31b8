// ZIP archives that are written while their files are made, always to the same bytes.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

// ZIP knows times of day without a zone; all files have this one.
const mtime = new Date(1980, 0, 1)
// How well a compressor does hangs on how much it is given at once.
const pieceBytes = 128 * 1024

export interface ZipFile {
  /** One file. `produce` writes it; files that are compressed already are stored as they are. Names are given in their order. */
  add: (
    name: string,
    produce: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
    options?: { isCompressed?: boolean },
  ) => Promise<void>
  finish: () => Promise<void>
}

/** Hands the archive to `write` as it grows. A file has at most 4 GB, as in every ZIP without extensions. */
export function zipFile(write: (bytes: Uint8Array) => Promise<void>): ZipFile {
  let made: Uint8Array[] = []
  let failure: Error | null = null
  const archive = new Zip((error, bytes) => {
    if (error) failure = error
    else made.push(bytes)
  })
  const drain = async () => {
    if (failure) throw failure
    const ready = made
    made = []
    for (const bytes of ready) if (bytes.length > 0) await write(bytes)
  }
  return {
    add: async (name, produce, { isCompressed = false } = {}) => {
      const entry = isCompressed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      entry.mtime = mtime
      archive.add(entry)
      const piece = new Uint8Array(pieceBytes)
      let filled = 0
      await produce(async bytes => {
        for (let at = 0; at < bytes.length; ) {
          const part = bytes.subarray(at, at + pieceBytes - filled)
          piece.set(part, filled)
          filled += part.length
          at += part.length
          if (filled < pieceBytes) continue
          entry.push(piece.slice())
          filled = 0
          await drain()
        }
      })
      entry.push(piece.slice(0, filled), true)
      await drain()
    },
    finish: async () => {
      archive.end()
      await drain()
    },
  }
}
