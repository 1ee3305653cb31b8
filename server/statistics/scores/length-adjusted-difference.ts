// How much better one model would look if its responses were as long as the other's.
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { Estimate } from '../estimate'
import { mean } from '../mean'
import { missingEstimate } from '../missing-estimate'
import { sum } from '../sum'
import { twoSidedTP } from '../two-sided-t-p'

export interface LengthAdjustedDifference extends Estimate {
  standardError: number | null
  p: number | null
  /** The mean difference as it was judged. */
  unadjusted: number | null
  /** Score per unit of the length difference: what length is associated with, not what it causes. */
  slope: Estimate
  degreesOfFreedom: number
}

const method = 'difference at equal length, least squares on (first − second)/(first + second) (exploratory)'

/**
 * Estimand: the mean score difference (first − second) of an item on which both responses are equally long, if the
 * difference grows linearly with (l₁ − l₂)/(l₁ + l₂). Assumes independent items and like errors. Exploratory: length can
 * be part of quality, and taking it out then takes quality out. One entry per item that both models have; lengths in any
 * unit, above 0. Null when lengths never differ more or less than elsewhere. Example: differences 1, 2, 3 at relative
 * lengths −0.1, 0, 0.1 → 2. @throws RangeError for a length that is not above 0
 */
export function lengthAdjustedDifference(
  items: readonly { difference: number; firstLength: number; secondLength: number }[],
  level = 0.95,
): LengthAdjustedDifference {
  const n = items.length
  if (items.some(({ firstLength, secondLength }) => !(firstLength > 0 && secondLength > 0)))
    throw new RangeError('Lengths are above 0.')
  const y = items.map(item => item.difference)
  const x = items.map(({ firstLength: a, secondLength: b }) => (a - b) / (a + b))
  const unadjusted = n === 0 ? null : mean(y)
  const degreesOfFreedom = Math.max(0, n - 2)
  const none = (reason: 'no-data' | 'too-few-observations' | 'no-variation') => {
    const missing = missingEstimate(n, method, reason)
    return { ...missing, standardError: null, p: null, unadjusted, slope: missing, degreesOfFreedom }
  }
  if (unadjusted === null) return none('no-data')
  if (n < 3) return none('too-few-observations')
  const centre = mean(x)
  const spread = sum(x.map(one => (one - centre) ** 2))
  if (spread < 1e-20 * n) return none('no-variation')
  const rise = sum(x.map((one, index) => (one - centre) * ((y[index] ?? 0) - unadjusted))) / spread
  const value = unadjusted - rise * centre
  const residuals = x.map((one, index) => (y[index] ?? 0) - value - rise * one)
  const variance = sum(residuals.map(one => one ** 2)) / degreesOfFreedom
  const standardError = Math.sqrt(variance * (1 / n + centre ** 2 / spread))
  const t = tQuantile(1 - (1 - level) / 2, degreesOfFreedom)
  const slopeHalf = t * Math.sqrt(variance / spread)
  const reason = standardError === 0 ? 'zero-variance' : null
  return {
    value,
    lower: value - t * standardError,
    upper: value + t * standardError,
    n,
    method,
    reason,
    standardError,
    p: standardError === 0 ? null : twoSidedTP(value / standardError, degreesOfFreedom),
    unadjusted,
    slope: { value: rise, lower: rise - slopeHalf, upper: rise + slopeHalf, n, method, reason },
    degreesOfFreedom,
  }
}
