import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipFile } from './zip-file'

const big = new TextEncoder().encode(Array.from({ length: 60_000 }, (_, at) => `line ${at}, ${at % 97}\n`).join(''))

async function archiveOf(chunk: number) {
  const pieces: Uint8Array[] = []
  const zip = zipFile(async bytes => void pieces.push(bytes))
  const inChunks = async (write: (bytes: Uint8Array) => Promise<void>) => {
    for (let at = 0; at < big.length; at += chunk) await write(big.subarray(at, at + chunk))
  }
  await zip.add('a/big.csv', inChunks)
  await zip.add('b/stored.parquet', inChunks, { isCompressed: true })
  await zip.add('empty.txt', async () => undefined)
  await zip.finish()
  return Buffer.concat(pieces)
}

it('gives back what was put in, to the same bytes however it came', async () => {
  const archive = await archiveOf(1000)
  const files = unzipSync(archive)
  expect(Object.keys(files)).toEqual(['a/big.csv', 'b/stored.parquet', 'empty.txt'])
  const hash = (bytes: Uint8Array | undefined) =>
    createHash('sha256')
      .update(bytes ?? 'none')
      .digest('hex')
  expect([hash(files['a/big.csv']), hash(files['b/stored.parquet'])]).toEqual([hash(big), hash(big)])
  expect(files['empty.txt']).toHaveLength(0)
  expect(archive.length).toBeLessThan(big.length * 1.5)
  expect(hash(await archiveOf(333_333))).toBe(hash(archive))
})
