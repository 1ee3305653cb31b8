// An exact test of paired differences that assumes nothing about their distribution.
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { at } from '../at'
import { sum } from '../sum'

export interface SignFlipTest {
  /** Two-sided. 1 when nothing differs. */
  p: number
  /** One-sided: of a sum at least, or at most, this large. */
  pGreater: number
  pLess: number
  /** Differences other than zero. */
  n: number
  method: 'exact sign-flip permutation' | 'sign-flip permutation, normal approximation'
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

/** The distribution of the sum of those sizes whose sign comes out positive, each with probability ½. */
function positiveSums(sizes: readonly number[], total: number): Float64Array {
  const probability = new Float64Array(total + 1)
  probability[0] = 1
  let reached = 0
  for (const size of sizes) {
    reached += size
    for (let value = reached; value >= size; value--)
      probability[value] = (at(probability, value) + at(probability, value - size)) / 2
    for (let value = size - 1; value >= 0; value--) probability[value] = at(probability, value) / 2
  }
  return probability
}

/**
 * Null hypothesis: each difference is as likely to have the other sign (the two models are exchangeable on every item).
 * Assumes independent items. `steps` are whole numbers: differences in steps of the scale. Exact by dynamic programming
 * while items × range ≤ 2·10⁸ (392 items on 0–10: about 10 ms), else normal. Zeros do not matter.
 * Example: differences 1, 1, 1, 1, 1, 1 → p = 2/2⁶ = 0.03125. @throws RangeError for differences that are not whole
 */
export function signFlipPermutation(steps: readonly number[]): SignFlipTest {
  if (!steps.every(Number.isSafeInteger)) throw new RangeError('Differences are whole steps of the scale.')
  const moving = steps.filter(step => step !== 0)
  const n = moving.length
  const divisor = moving.reduce((common, step) => commonDivisor(Math.abs(step), common), 0)
  const sizes = moving.map(step => Math.abs(step) / divisor)
  const total = sum(sizes)
  const positive = sum(moving.map(step => Math.max(0, step) / divisor))
  if (n * total > 2e8 || total > 2e7) {
    const z = (2 * positive - total) / Math.sqrt(sum(sizes.map(size => size * size)))
    const method = 'sign-flip permutation, normal approximation'
    return { p: 2 * normalCdf(-Math.abs(z), 0, 1), pGreater: normalCdf(-z, 0, 1), pLess: normalCdf(z, 0, 1), n, method }
  }
  const probability = positiveSums(sizes, total)
  const pGreater = Math.min(1, sum(probability.subarray(positive)))
  const pLess = Math.min(1, sum(probability.subarray(0, positive + 1)))
  // The distribution is symmetric, so both tails are alike; in its middle everything is at least as extreme.
  const p = 2 * positive === total ? 1 : Math.min(1, 2 * Math.min(pGreater, pLess))
  return { p, pGreater, pLess, n, method: 'exact sign-flip permutation' }
}
