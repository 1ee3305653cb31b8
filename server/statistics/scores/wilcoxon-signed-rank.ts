// The signed-rank test: large differences count by their rank, not by their size.
import { at } from '../at'
import { midranks } from '../rankings/midranks'
import { sum } from '../sum'
import { signFlipPermutation } from './sign-flip-permutation'

export interface SignedRankTest {
  /** Exact two-sided (conditional on ties), or normal for very many differences, as `method` says. */
  p: number
  /** Sums of the ranks of positive and of negative differences. */
  positiveRanks: number
  negativeRanks: number
  /** Matched-pairs rank-biserial correlation, −1 … 1; null when nothing differs. */
  rankBiserial: number | null
  /** Differences other than zero: zeros are dropped (Wilcoxon's way). */
  n: number
  method: string
}

/**
 * Null hypothesis: the differences are symmetric about zero. Assumes independent items. Midranks for equal sizes; exact by
 * the same dynamic programming as the sign-flip test, on doubled midranks. `steps`: whole steps of the scale, so that
 * equal differences are equal. Example: R's sleep data → W⁺ = 45, p = 0.0039.
 */
export function wilcoxonSignedRank(steps: readonly number[]): SignedRankTest {
  const moving = steps.filter(step => step !== 0)
  const signed = midranks(moving.map(Math.abs)).map((rank, index) => Math.sign(at(moving, index)) * 2 * rank)
  const { p, n, method } = signFlipPermutation(signed)
  const positiveRanks = sum(signed.map(rank => Math.max(0, rank))) / 2
  const negativeRanks = sum(signed.map(rank => Math.max(0, -rank))) / 2
  const all = positiveRanks + negativeRanks
  const kind = method === 'exact sign-flip permutation' ? 'exact' : 'normal approximation'
  return {
    p,
    positiveRanks,
    negativeRanks,
    rankBiserial: all === 0 ? null : (positiveRanks - negativeRanks) / all,
    n,
    method: `Wilcoxon signed-rank test without zeros, ${kind}`,
  }
}
