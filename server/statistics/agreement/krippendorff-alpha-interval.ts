// α with an interval, from resampled units.
import { at } from '../at'
import type { Estimate } from '../estimate'
import { quantile } from '../quantile'
import type { Random } from '../random/mulberry32'
import { standardDeviation } from '../standard-deviation'
import { alphaOfCoincidences } from './alpha-of-coincidences'
import { coincidences } from './coincidences'
import type { Metric } from './difference-metric'
import { distinctValues } from './distinct-values'
import type { JudgedUnit } from './judged-unit'
import { krippendorffAlpha } from './krippendorff-alpha'

export interface AlphaEstimate extends Estimate {
  /** Units judged at least twice; `n` counts the values in them. */
  units: number
  standardError: number | null
  /** Bootstrap samples in which α was undefined; they are left out. */
  undefinedReplicates: number
}

export interface Bootstrap {
  random: Random
  /** Samples to draw; 1000 unless said otherwise. */
  replicates?: number
  level?: number
}

/**
 * α as in `krippendorffAlpha` with a percentile interval (type 7) of the bootstrap over whole units, unpairable ones
 * included. Assumes that units are a sample; raters are taken as they are. Fewer than about 20 units make it too narrow.
 * The same seed gives the same interval. No interval when less than half of the samples have an α.
 */
export function krippendorffAlphaInterval(
  units: readonly JudgedUnit[],
  metric: Metric,
  { random, replicates = 1000, level = 0.95 }: Bootstrap,
): AlphaEstimate {
  const { value, n, units: pairable, reason } = krippendorffAlpha(units, metric)
  const method = `Krippendorff's α (${metric}), percentile bootstrap over units`
  const none = { value, lower: null, upper: null, n, method, units: pairable, standardError: null }
  if (value === null) return { ...none, undefinedReplicates: 0, reason }
  const values = distinctValues(units)
  const all = coincidences(units, values)
  const drawn: number[] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    const sample = all.map(() => at(all, Math.floor(random() * all.length))).filter(unit => unit !== null)
    const alpha = alphaOfCoincidences(sample, values, metric).value
    if (alpha !== null) drawn.push(alpha)
  }
  const undefinedReplicates = replicates - drawn.length
  if (drawn.length < Math.max(2, replicates / 2)) return { ...none, undefinedReplicates, reason: 'too-few-replicates' }
  drawn.sort((a, b) => a - b)
  return {
    ...none,
    lower: quantile(drawn, (1 - level) / 2),
    upper: quantile(drawn, (1 + level) / 2),
    standardError: standardDeviation(drawn),
    undefinedReplicates,
    reason: null,
  }
}
