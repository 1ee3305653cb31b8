// How linearly two columns of figures go together.
import { at } from '../at'
import { criticalNormal } from '../critical-normal'
import type { Estimate } from '../estimate'
import { mean } from '../mean'
import { missingEstimate } from '../missing-estimate'
import { sum } from '../sum'
import { twoSidedTP } from '../two-sided-t-p'

export interface Correlation extends Estimate {
  /** Two-sided test of no correlation, t with n − 2 degrees of freedom; null below three pairs or at ±1. */
  p: number | null
}

const method = "Pearson's correlation, Fisher's interval"

/**
 * Estimand: the correlation of the population. Assumes independent pairs; interval and test also a joint normal
 * distribution. Fisher's z interval from four pairs on. Null when one side is constant (never 0 or 1). Not a measure of
 * agreement: a rater who is always two points lower correlates perfectly. Example: gold case 17 → 0.860 [0.504, 0.966].
 */
export function pearsonCorrelation(x: readonly number[], y: readonly number[], level = 0.95): Correlation {
  const n = x.length
  if (n < 2) return { ...missingEstimate(n, method, 'no-data'), p: null }
  const [centreX, centreY] = [mean(x), mean(y)]
  const [dx, dy] = [x.map(one => one - centreX), y.map(one => one - centreY)]
  const size = Math.sqrt(sum(dx.map(one => one ** 2)) * sum(dy.map(one => one ** 2)))
  if (size === 0) return { ...missingEstimate(n, method, 'no-variation'), p: null }
  const value = Math.max(-1, Math.min(1, sum(dx.map((one, index) => one * at(dy, index))) / size))
  const isPerfect = 1 - value * value < 1e-15
  const p = n < 3 || isPerfect ? null : twoSidedTP(value * Math.sqrt((n - 2) / (1 - value * value)), n - 2)
  if (n < 4) return { value, lower: null, upper: null, n, method, reason: 'too-few-observations', p }
  if (isPerfect) return { value, lower: value, upper: value, n, method, reason: 'zero-variance', p }
  const half = criticalNormal(level) / Math.sqrt(n - 3)
  const limits = [-half, half].map(shift => Math.tanh(Math.atanh(value) + shift))
  return { value, lower: at(limits, 0), upper: at(limits, 1), n, method, reason: null, p }
}
