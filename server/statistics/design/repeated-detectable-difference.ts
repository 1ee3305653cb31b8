import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { differenceVariance } from './difference-variance'
import type { RepeatedSamples } from './repeated-samples'

/**
 * The smallest difference that `items` find with the given power when every model answers each item several times; the
 * inverse of `repeatedItemsNeeded`. Null for fewer than two items. Example: 198 items, ω² = 1/9, σ² = 1/6, five answers
 * each → 0.0839.
 */
export function repeatedDetectableDifference(
  items: number,
  samples: RepeatedSamples,
  power = 0.8,
  alpha = 0.05,
): number | null {
  if (items < 2) return null
  const reach = normalQuantile(1 - alpha / 2, 0, 1) + normalQuantile(power, 0, 1)
  return reach * Math.sqrt(differenceVariance(samples) / items)
}
