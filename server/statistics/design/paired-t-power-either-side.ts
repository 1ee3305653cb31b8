import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { noncentralTUpperTail } from './noncentral-t-upper-tail'

/**
 * As `pairedTPower`, counting also significant differences in the wrong direction: how often anything is found. Without a
 * difference it is alpha. Example: 20 items, effect 0.5 → 0.5645.
 */
export function pairedTPowerEitherSide(items: number, effect: number, alpha = 0.05): number {
  const degreesOfFreedom = items - 1
  const critical = tQuantile(1 - alpha / 2, degreesOfFreedom)
  const noncentrality = Math.abs(effect) * Math.sqrt(items)
  const above = noncentralTUpperTail(critical, degreesOfFreedom, noncentrality)
  return above + noncentralTUpperTail(critical, degreesOfFreedom, -noncentrality)
}
