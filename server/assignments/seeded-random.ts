// Random numbers from a secret seed: the same seed and label always give the same sequence, and nobody without the seed can tell it.
import { createHash } from 'node:crypto'

export interface SeededRandom {
  /** A whole number in [0, below). */
  below(below: number): number
  /** A new list in random order. */
  shuffle<T>(list: readonly T[]): T[]
}

/** A generator from SHA-256 in counter mode over the seed and a label; unbiased by rejection. */
export function seededRandom(seed: Uint8Array, label: string): SeededRandom {
  let block = new Uint8Array(0)
  let used = 0
  let counter = 0
  const next32 = (): number => {
    if (used + 4 > block.length) {
      block = new Uint8Array(createHash('sha256').update(seed).update(`\n${label}\n${counter++}`).digest())
      used = 0
    }
    const value = new DataView(block.buffer, block.byteOffset).getUint32(used)
    used += 4
    return value
  }
  const below = (limit: number): number => {
    const fair = Math.floor(0x1_0000_0000 / limit) * limit
    for (;;) {
      const value = next32()
      if (value < fair) return value % limit
    }
  }
  const shuffle = <T>(list: readonly T[]): T[] => {
    const result = [...list]
    for (let last = result.length - 1; last > 0; last--) {
      const other = below(last + 1)
      const kept = result[last] as T
      result[last] = result[other] as T
      result[other] = kept
    }
    return result
  }
  return { below, shuffle }
}
