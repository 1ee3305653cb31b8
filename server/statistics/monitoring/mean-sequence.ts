// A mean that may be looked at after every value.
import type { Estimate } from '../estimate'
import { mean } from '../mean'
import { missingEstimate } from '../missing-estimate'

const method = 'asymptotic confidence sequence of the mean'

/**
 * Estimand: the mean, with limits that hold at all sample sizes together (asymptotically; Waudby-Smith et al. 2024):
 * μ̂ ± σ̂√(2(nρ² + 1)/(n²ρ²)·ln(√(nρ² + 1)/α)), narrowest near `plannedSize`. Assumes independent values; start looking at
 * about 20. Example: gold case 29.
 */
export function meanSequence(values: readonly number[], plannedSize: number, level = 0.95): Estimate {
  const n = values.length
  if (n === 0) return missingEstimate(0, method, 'no-data')
  const alpha = 1 - level
  const value = mean(values)
  const deviation = Math.sqrt(mean(values.map(one => (one - value) ** 2)))
  if (n === 1) return { value, lower: null, upper: null, n, method, reason: 'single-value' }
  const rho2 = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / plannedSize
  const grown = n * rho2 + 1
  const half = deviation * Math.sqrt(((2 * grown) / (n * n * rho2)) * Math.log(Math.sqrt(grown) / alpha))
  const reason = deviation === 0 ? 'zero-variance' : null
  return { value, lower: value - half, upper: value + half, n, method, reason }
}
