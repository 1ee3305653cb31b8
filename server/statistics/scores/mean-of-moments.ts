import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { missingEstimate } from '../missing-estimate'
import type { MeanEstimate } from './mean-interval'

/**
 * `meanInterval` of values of which only their number, mean and standard deviation (n − 1) are known. Example: n 2, mean 5,
 * SD 7.07 → 5 [−58.5, 68.5].
 */
export function meanOfMoments(
  { n, mean, standardDeviation }: { n: number; mean: number | null; standardDeviation: number | null },
  method: string,
  level = 0.95,
): MeanEstimate {
  const none = { standardDeviation: null, standardError: null }
  if (n === 0 || mean === null) return { ...missingEstimate(0, method, 'no-data'), ...none }
  if (n < 2 || standardDeviation === null)
    return { value: mean, lower: null, upper: null, n, method, reason: 'single-value', ...none }
  const standardError = standardDeviation / Math.sqrt(n)
  const half = tQuantile(1 - (1 - level) / 2, n - 1) * standardError
  const reason = standardDeviation === 0 ? 'zero-variance' : null
  return { value: mean, lower: mean - half, upper: mean + half, n, method, reason, standardDeviation, standardError }
}
