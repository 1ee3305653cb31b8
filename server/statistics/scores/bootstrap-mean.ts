// The mean of values with intervals that assume no distribution.
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { at } from '../at'
import { mean } from '../mean'
import { quantile } from '../quantile'
import type { Random } from '../random/mulberry32'
import type { Reason } from '../reason'
import { standardDeviation } from '../standard-deviation'
import { sum } from '../sum'

export interface BootstrapMean {
  value: number | null
  /** Bias-corrected and accelerated: the one to report. */
  bca: [number, number] | null
  percentile: [number, number] | null
  /** The percentile interval mirrored about the mean. */
  basic: [number, number] | null
  /** Mean and standard deviation of the samples' means. */
  bootstrapMean: number | null
  standardError: number | null
  /** How many samples' means are below, and how many equal to the mean. */
  below: number
  equal: number
  /** z₀, and how the standard error changes with the mean. */
  biasCorrection: number | null
  acceleration: number | null
  /** Quantiles of the samples' means at which the BCa interval ends. */
  bcaProbabilities: [number, number] | null
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'single-value' | 'zero-variance' | 'too-few-replicates'> | null
}

const method = 'mean with BCa bootstrap interval'

/**
 * Estimand: the mean of the population. Assumes independent values (one per item) and that their distribution resembles
 * the sample's; from about 20 values on. BCa of Efron (1987) with quantiles of type 7; z₀ counts samples equal to the
 * mean half, which matters for scores on a grid, and finds them on sums, not on rounded means. Sample b takes the next n
 * numbers of the generator. Example: gold case 07 → 7.5 [6.35, 8.25].
 */
export function bootstrapMean(
  values: readonly number[],
  { random, replicates = 2000, level = 0.95 }: { random: Random; replicates?: number; level?: number },
): BootstrapMean {
  const n = values.length
  const none: BootstrapMean = {
    value: n === 0 ? null : mean(values),
    bca: null,
    percentile: null,
    basic: null,
    bootstrapMean: null,
    standardError: null,
    below: 0,
    equal: 0,
    biasCorrection: null,
    acceleration: null,
    bcaProbabilities: null,
    n,
    method,
    reason: null,
  }
  const { value } = none
  if (value === null) return { ...none, reason: 'no-data' }
  if (n === 1) return { ...none, reason: 'single-value' }
  const deviations = values.map(one => value - one)
  const squares = sum(deviations.map(one => one ** 2))
  if (squares === 0) return { ...none, reason: 'zero-variance' }
  const draw = () => at(values, Math.floor(random() * n))
  const sums = Array.from({ length: replicates }, () => sum(values.map(draw))).sort((a, b) => a - b)
  const total = sum(values)
  const rounding = 1e-9 * Math.max(1, sum(values.map(Math.abs)))
  const below = sums.filter(one => one < total - rounding).length
  const equal = sums.filter(one => Math.abs(one - total) <= rounding).length
  const means = sums.map(one => one / n)
  const tails = [(1 - level) / 2, (1 + level) / 2] as const
  const ends = ([low, high]: readonly [number, number]): [number, number] => [
    quantile(means, low),
    quantile(means, high),
  ]
  const percentile = ends(tails)
  const known: BootstrapMean = {
    ...none,
    percentile,
    basic: [2 * value - percentile[1], 2 * value - percentile[0]],
    bootstrapMean: mean(means),
    standardError: standardDeviation(means),
    below,
    equal,
  }
  const biasCorrection = normalQuantile((below + equal / 2) / replicates, 0, 1)
  if (!Number.isFinite(biasCorrection)) return { ...known, reason: 'too-few-replicates' }
  // The jackknife's deviations are the values' own over n − 1, which cancels.
  const acceleration = -sum(deviations.map(one => one ** 3)) / (6 * squares ** 1.5)
  const move = (probability: number) => {
    const z = biasCorrection + normalQuantile(probability, 0, 1)
    return normalCdf(biasCorrection + z / (1 - acceleration * z), 0, 1)
  }
  const bcaProbabilities: [number, number] = [move(tails[0]), move(tails[1])]
  return { ...known, bca: ends(bcaProbabilities), biasCorrection, acceleration, bcaProbabilities }
}
