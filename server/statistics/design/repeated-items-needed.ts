import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { differenceVariance } from './difference-variance'
import type { RepeatedSamples } from './repeated-samples'

/**
 * How many items find `difference` with the given power when every model answers each item several times: normal
 * approximation of Miller (2024), (z_α/2 + z_β)²·variance/difference². Not rounded; Infinity for no difference. With one
 * answer and no spread of answers it is the usual normal formula: a little below `pairedItemsNeeded`.
 * Example: difference 0.03, ω² = 1/9, σ² = 1/6, one answer each → 3876.
 */
export function repeatedItemsNeeded(difference: number, samples: RepeatedSamples, power = 0.8, alpha = 0.05): number {
  const reach = normalQuantile(1 - alpha / 2, 0, 1) + normalQuantile(power, 0, 1)
  return (reach * reach * differenceVariance(samples)) / (difference * difference)
}
