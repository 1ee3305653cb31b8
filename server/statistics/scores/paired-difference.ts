// Two models on the same items: how much better is the first?

import { twoSidedTP } from '../two-sided-t-p'
import type { MeanEstimate } from './mean-interval'
import { meanInterval } from './mean-interval'

export interface PairedDifference extends MeanEstimate {
  /** Paired t test of no difference; null where the differences do not vary. */
  t: number | null
  degreesOfFreedom: number
  p: number | null
  /** d_z: mean difference over its standard deviation. */
  effectSize: number | null
  wins: number
  ties: number
  losses: number
}

/**
 * Estimand: the mean over items of (first − second), `differences` holding one per item that both have. Assumes
 * independent items; t interval and paired t test. Give differences on the grid of the scale (whole steps, scaled
 * afterwards): 8.3 − 8.2 is not 0.1 in binary. Differences that are all equal have no t, but `signFlipPermutation` has a p.
 * Example: R's sleep data → 1.58 [0.70, 2.46], p = 0.0028.
 */
export function pairedDifference(differences: readonly number[], level = 0.95): PairedDifference {
  const interval = meanInterval(differences, level)
  const { value, standardError, standardDeviation, n } = interval
  const varies = value !== null && standardDeviation !== null && standardError !== null && standardDeviation > 0
  const t = varies ? value / standardError : null
  const ties = differences.filter(one => one === 0).length
  const wins = differences.filter(one => one > 0).length
  return {
    ...interval,
    method: 'mean paired difference with t interval',
    reason: n > 1 && ties === n ? 'all-ties' : interval.reason,
    t,
    degreesOfFreedom: Math.max(0, n - 1),
    p: t === null ? null : twoSidedTP(t, n - 1),
    effectSize: varies ? value / standardDeviation : null,
    wins,
    ties,
    losses: n - wins - ties,
  }
}
