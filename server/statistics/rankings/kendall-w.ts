// How alike the rankings of several raters are.
import { at } from '../at'
import { chiSquareUpperTail } from '../chi-square-upper-tail'
import type { Reason } from '../reason'
import { sum } from '../sum'
import { midranks } from './midranks'
import { tieSizes } from './tie-sizes'

export interface KendallW {
  /** 0 (no agreement) … 1 (all alike). */
  value: number | null
  /** Without the correction for ties, as some papers print it. */
  uncorrected: number | null
  /** χ² with `degreesOfFreedom` (the same as Friedman's test): p of "no agreement". */
  chiSquare: number | null
  degreesOfFreedom: number
  p: number | null
  raters: number
  /** Ranked items. */
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'no-variation'> | null
}

/**
 * Kendall's coefficient of concordance, corrected for ties: W = 12S/(m²(n³ − n) − mΣT). `rankings` has a row for each
 * rater with a rank (or any value that grows with it) for every item. Assumes independent raters; the χ² needs about five
 * raters or items. Undefined when every rater ties everything. Example: two raters with the same order → 1.
 */
export function kendallW(rankings: readonly (readonly number[])[]): KendallW {
  const [raters, n] = [rankings.length, rankings[0]?.length ?? 0]
  const method = "Kendall's W, corrected for ties"
  const none = { value: null, uncorrected: null, chiSquare: null, degreesOfFreedom: Math.max(0, n - 1), p: null }
  if (raters < 2 || n < 2) return { ...none, raters, n, method, reason: 'no-data' }
  const ranks = rankings.map(midranks)
  const totals = Array.from({ length: n }, (_, item) => sum(ranks.map(row => at(row, item))))
  const spread = sum(totals.map(total => (total - (raters * (n + 1)) / 2) ** 2))
  const ties = sum(rankings.flatMap(row => tieSizes(row).map(t => t ** 3 - t)))
  const most = raters * raters * (n ** 3 - n)
  if (most - raters * ties === 0) return { ...none, raters, n, method, reason: 'no-variation' }
  const value = (12 * spread) / (most - raters * ties)
  const chiSquare = raters * (n - 1) * value
  return {
    value,
    uncorrected: (12 * spread) / most,
    chiSquare,
    degreesOfFreedom: n - 1,
    p: chiSquareUpperTail(chiSquare, n - 1),
    raters,
    n,
    method,
    reason: null,
  }
}
