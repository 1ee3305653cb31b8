import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { noncentralTUpperTail } from './noncentral-t-upper-tail'

/**
 * The chance that a paired t test over `items` finds a difference of `effect` standard deviations (of the differences), in
 * the right direction. Assumes normal differences. `items` may be a fraction, for solving. Example: 52 items, 0.25 → 0.42.
 */
export function pairedTPower(items: number, effect: number, alpha = 0.05): number {
  const degreesOfFreedom = items - 1
  const critical = tQuantile(1 - alpha / 2, degreesOfFreedom)
  return noncentralTUpperTail(critical, degreesOfFreedom, Math.abs(effect) * Math.sqrt(items))
}
