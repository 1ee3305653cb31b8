// The signed-rank test: large differences count by their rank, not by their size.
import { at } from '../at'
import { midranks } from '../rankings/midranks'
import { sum } from '../sum'
import { twoSidedNormalP } from '../two-sided-normal-p'
import { signFlipPermutation } from './sign-flip-permutation'

export interface SignedRankTest {
  /** Exact two-sided (conditional on ties), or normal for very many differences, as `method` says. */
  p: number
  /** Sums of the ranks of positive and of negative differences. */
  positiveRanks: number
  negativeRanks: number
  /** Matched-pairs rank-biserial correlation, −1 … 1; null when nothing differs. */
  rankBiserial: number | null
  /** Differences other than zero. */
  n: number
  /** The normal approximation with the variance corrected for ties, for comparison with other programs; null for none. */
  z: number | null
  normalP: number | null
  /** The same, half a rank nearer to no difference. */
  correctedZ: number | null
  correctedNormalP: number | null
  method: string
}

/**
 * Null hypothesis: the differences are symmetric about zero. Assumes independent items. Midranks for equal sizes; exact by
 * the same dynamic programming as the sign-flip test, on doubled midranks. `steps`: whole steps of the scale, so that
 * equal differences are equal. Zeros are dropped before ranking (Wilcoxon), or ranked and then dropped (Pratt), which makes
 * ranks depend on how many ties there were. Example: R's sleep data → W⁺ = 45, p = 0.0039.
 */
export function wilcoxonSignedRank(steps: readonly number[], zeros: 'dropped' | 'ranked' = 'dropped'): SignedRankTest {
  const ranked = zeros === 'ranked' ? steps : steps.filter(step => step !== 0)
  const signed = midranks(ranked.map(Math.abs)).flatMap((rank, index) => {
    const sign = Math.sign(at(ranked, index))
    return sign === 0 ? [] : [sign * 2 * rank]
  })
  const { p, n, method } = signFlipPermutation(signed)
  const positiveRanks = sum(signed.map(rank => Math.max(0, rank))) / 2
  const negativeRanks = sum(signed.map(rank => Math.max(0, -rank))) / 2
  const all = positiveRanks + negativeRanks
  const surplus = (positiveRanks - negativeRanks) / 2
  const deviation = Math.sqrt(sum(signed.map(rank => rank * rank))) / 4
  const z = n === 0 ? null : surplus / deviation
  const correctedZ = n === 0 ? null : (Math.sign(surplus) * Math.max(0, Math.abs(surplus) - 0.5)) / deviation
  const kind = method === 'exact sign-flip permutation' ? 'exact' : 'normal approximation'
  return {
    p,
    positiveRanks,
    negativeRanks,
    rankBiserial: all === 0 ? null : (positiveRanks - negativeRanks) / all,
    n,
    z,
    normalP: z === null ? null : twoSidedNormalP(z),
    correctedZ,
    correctedNormalP: correctedZ === null ? null : twoSidedNormalP(correctedZ),
    method: `Wilcoxon signed-rank test ${zeros === 'dropped' ? 'without zeros' : 'with ranked zeros (Pratt)'}, ${kind}`,
  }
}
