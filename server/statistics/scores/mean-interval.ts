// The mean of scores and how sure it is.
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { Estimate } from '../estimate'
import { mean } from '../mean'
import { missingEstimate } from '../missing-estimate'
import { standardDeviation } from '../standard-deviation'

export interface MeanEstimate extends Estimate {
  standardDeviation: number | null
  standardError: number | null
}

const method = 'mean with t interval'

/**
 * Estimand: the mean of the population that the values are a sample of. Assumes independent values (one per item: average
 * raters within items first) and a mean that is about normal. s/√n with t(n − 1); not cut off at the ends of the scale.
 * One value has a mean only (`single-value`); equal values have an interval without width (`zero-variance`).
 * Example: 0, 10 → 5 [−58.5, 68.5].
 */
export function meanInterval(values: readonly number[], level = 0.95): MeanEstimate {
  const n = values.length
  const spread = standardDeviation(values)
  if (n === 0) return { ...missingEstimate(0, method, 'no-data'), standardDeviation: null, standardError: null }
  const value = mean(values)
  if (spread === null)
    return {
      value,
      lower: null,
      upper: null,
      n,
      method,
      reason: 'single-value',
      standardDeviation: null,
      standardError: null,
    }
  const standardError = spread / Math.sqrt(n)
  const half = tQuantile(1 - (1 - level) / 2, n - 1) * standardError
  const reason = spread === 0 ? 'zero-variance' : null
  return {
    value,
    lower: value - half,
    upper: value + half,
    n,
    method,
    reason,
    standardDeviation: spread,
    standardError,
  }
}
