// Agreement beyond chance when raters are free to use each value as often as they like.
import type { Reason } from '../reason'
import { sum } from '../sum'

export interface RandolphKappa {
  value: number | null
  /** Units judged at least twice. */
  n: number
  method: string
  reason: Extract<Reason, 'no-pairable-units' | 'no-variation'> | null
}

/**
 * Randolph's free-marginal κ: (p_o − 1/q)/(1 − 1/q) with q declared values (Randolph 2005), p_o over units that were judged
 * at least twice. Estimand: agreement beyond that of raters who pick any value alike; unlike Fleiss' κ it is defined, and
 * high, when nearly everything gets one value. `counts[unit]` has how often each value was given. Descriptive: for an
 * interval use α's. Example: Fleiss' diagnoses → 0.444.
 */
export function randolphKappa(counts: readonly (readonly number[])[]): RandolphKappa {
  const method = "Randolph's free-marginal κ"
  const pairable = counts.filter(row => sum(row) >= 2)
  const n = pairable.length
  const values = pairable[0]?.length ?? 0
  if (n === 0) return { value: null, n, method, reason: 'no-pairable-units' }
  if (values < 2) return { value: null, n, method, reason: 'no-variation' }
  const shares = pairable.map(row => sum(row.map(count => count * (count - 1))) / (sum(row) * (sum(row) - 1)))
  const chance = 1 / values
  return { value: (sum(shares) / n - chance) / (1 - chance), n, method, reason: null }
}
