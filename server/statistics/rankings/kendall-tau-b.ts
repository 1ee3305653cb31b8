// How alike two orders of the same things are, with ties on either side.
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { at } from '../at'
import type { Reason } from '../reason'
import { sum } from '../sum'
import { tieSizes } from './tie-sizes'

export interface KendallTau {
  /** −1 (reversed) … 1 (the same). Null when one side is constant or there are fewer than two items. */
  value: number | null
  /** Two-sided, normal approximation with the variance corrected for ties; rough below about 10 items. */
  p: number | null
  concordant: number
  discordant: number
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'no-variation'> | null
}

/**
 * Kendall's τ_b = (C − D)/√((pairs not tied in x)(pairs not tied in y)). Estimand: how much likelier two items are in the
 * same order on both sides than in opposite orders. The p assumes independent items. Example: 1, 2, 3 and 1, 3, 2 → 1/3.
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): KendallTau {
  const n = x.length
  const method = "Kendall's τ-b, normal approximation"
  let [concordant, discordant] = [0, 0]
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const product = Math.sign(at(x, i) - at(x, j)) * Math.sign(at(y, i) - at(y, j))
      if (product > 0) concordant += 1
      if (product < 0) discordant += 1
    }
  const none = { value: null, p: null, concordant, discordant, n, method }
  if (n < 2) return { ...none, reason: 'no-data' }
  const [tx, ty] = [tieSizes(x), tieSizes(y)]
  const over = (sizes: number[], term: (t: number) => number) => sum(sizes.map(term))
  const pairs = (t: number) => t * (t - 1)
  const untied = (sizes: number[]) => (pairs(n) - over(sizes, pairs)) / 2
  if (untied(tx) === 0 || untied(ty) === 0) return { ...none, reason: 'no-variation' }
  const surplus = concordant - discordant
  const cubic = (t: number) => pairs(t) * (2 * t + 5)
  const triples = (t: number) => pairs(t) * (t - 2)
  const variance =
    (cubic(n) - over(tx, cubic) - over(ty, cubic)) / 18 +
    (over(tx, pairs) * over(ty, pairs)) / (2 * pairs(n)) +
    (n > 2 ? (over(tx, triples) * over(ty, triples)) / (9 * triples(n)) : 0)
  return {
    ...none,
    value: surplus / Math.sqrt(untied(tx) * untied(ty)),
    p: Math.min(1, 2 * normalCdf(-Math.abs(surplus) / Math.sqrt(variance), 0, 1)),
    reason: null,
  }
}
