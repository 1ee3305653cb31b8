import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { at } from '../at'
import { missingEstimate } from '../missing-estimate'
import { twoSidedTP } from '../two-sided-t-p'
import type { AdjustedDifference } from './block-adjusted-differences'
import type { BlockFit } from './fit-within-blocks'

/** One coefficient of a fit with its t interval and test; missing without a fit. */
export function describeAdjusted(
  model: string,
  index: number,
  fit: BlockFit | null,
  n: number,
  method: string,
  level: number,
): AdjustedDifference {
  const none = { model, standardError: null, p: null, degreesOfFreedom: null }
  if (fit === null) return { ...missingEstimate(n, method, 'too-few-observations'), ...none }
  const { degreesOfFreedom } = fit
  const value = at(fit.coefficients, index)
  const standardError = Math.sqrt(at(at(fit.covariance, index), index))
  const half = tQuantile(1 - (1 - level) / 2, degreesOfFreedom) * standardError
  return {
    model,
    value,
    lower: value - half,
    upper: value + half,
    n,
    method,
    reason: standardError === 0 ? 'zero-variance' : null,
    standardError,
    p: standardError === 0 ? null : twoSidedTP(value / standardError, degreesOfFreedom),
    degreesOfFreedom,
  }
}
