// Agreement that stays sensible when nearly everything gets the same value.
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { at } from '../at'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'
import { sum } from '../sum'
import { type AgreementWeight, agreementWeights } from './agreement-weights'
import type { JudgedUnit } from './judged-unit'
import { unitCounts } from './unit-counts'

export interface GwetCoefficient extends Estimate {
  observedAgreement: number | null
  expectedAgreement: number | null
  standardError: number | null
}

/**
 * Gwet's AC1 (identity weights) or AC2 (others): (p_a − p_e)/(1 − p_e). Estimand: agreement beyond the chance of judging
 * at random, for interchangeable raters. `categories` are the declared values of the scale, ascending: the coefficient
 * depends on how many there are. `n` counts units with a value; agreement comes from those with two. Gwet's linearised
 * variance (2014), t(n − 1) interval, kept within −1 … 1. Example: Krippendorff's data, identity → 0.775 [0.461, 1].
 */
export function gwetCoefficient(
  units: readonly JudgedUnit[],
  categories: readonly number[],
  weighting: AgreementWeight = 'identity',
  level = 0.95,
): GwetCoefficient {
  const method = weighting === 'identity' ? "Gwet's AC1" : `Gwet's AC2 (${weighting} weights)`
  const missing = { observedAgreement: null, expectedAgreement: null, standardError: null }
  const counted = units.map(unit => unitCounts(unit, categories)).filter(counts => sum(counts) > 0)
  const n = counted.length
  if (n === 0) return { ...missingEstimate(0, method, 'no-data'), ...missing }
  if (categories.length < 2) return { ...missingEstimate(n, method, 'no-variation'), ...missing }
  const weights = agreementWeights(weighting, categories)
  const shares = categories.map((_, k) => sum(counted.map(counts => at(counts, k) / sum(counts))) / n)
  const chanceScale = sum(weights.flat()) / (categories.length * (categories.length - 1))
  const pe = chanceScale * sum(shares.map(share => share * (1 - share)))
  const rows = counted.map(counts => {
    const judgments = sum(counts)
    const agreeing = counts.map(
      (count, k) => count * (sum(counts.map((other, l) => other * at(at(weights, k), l))) - 1),
    )
    return {
      isPairable: judgments >= 2,
      agreement: judgments < 2 ? 0 : sum(agreeing) / (judgments * (judgments - 1)),
      chance: (chanceScale * sum(counts.map((count, k) => count * (1 - at(shares, k))))) / judgments,
    }
  })
  const pairable = rows.filter(row => row.isPairable)
  if (pairable.length === 0) return { ...missingEstimate(n, method, 'no-pairable-units'), ...missing }
  const pa = sum(pairable.map(row => row.agreement)) / pairable.length
  const value = (pa - pe) / (1 - pe)
  const known = { value, n, observedAgreement: pa, expectedAgreement: pe }
  if (n < 2) return { ...known, lower: null, upper: null, standardError: null, method, reason: 'single-value' }
  const influences = rows.map(row => {
    const own = row.isPairable ? ((n / pairable.length) * (row.agreement - pe)) / (1 - pe) : 0
    return own - (2 * (1 - value) * (row.chance - pe)) / (1 - pe)
  })
  const standardError = Math.sqrt(sum(influences.map(one => (one - value) ** 2)) / (n * (n - 1)))
  const half = tQuantile(1 - (1 - level) / 2, n - 1) * standardError
  return {
    ...known,
    lower: Math.max(-1, value - half),
    upper: Math.min(1, value + half),
    standardError,
    method: `${method}, linearised variance, t interval`,
    reason: standardError === 0 ? 'zero-variance' : null,
  }
}
