// Agreement of two particular raters beyond what their own habits would give.
import { at } from '../at'
import { criticalNormal } from '../critical-normal'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'
import { sum } from '../sum'
import { type AgreementWeight, agreementWeights } from './agreement-weights'

export interface CohenKappa extends Estimate {
  observedAgreement: number | null
  expectedAgreement: number | null
  standardError: number | null
  /** Under the hypothesis of no agreement beyond chance. */
  nullStandardError: number | null
}

/**
 * Cohen's κ_w = (p_o − p_e)/(1 − p_e) of a square table `[first rater][second rater]` over the declared categories, which
 * are taken as equally spaced. Assumes two fixed raters who both judged every unit. Standard errors of Fleiss, Cohen &
 * Everitt (1969), normal interval. Undefined when all judgments fall into one cell. Example: [[20, 5], [10, 15]] → 0.40.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weighting: Exclude<AgreementWeight, 'ordinal'> = 'identity',
  level = 0.95,
): CohenKappa {
  const method = `Cohen's κ (${weighting} weights), normal interval`
  const missing = { observedAgreement: null, expectedAgreement: null, standardError: null, nullStandardError: null }
  const n = sum(table.flat())
  if (n === 0) return { ...missingEstimate(0, method, 'no-data'), ...missing }
  const weights = agreementWeights(weighting, [...table.keys()])
  const shares = table.map(row => row.map(count => count / n))
  const rows = shares.map(sum)
  const columns = shares.map((_, j) => sum(shares.map(row => at(row, j))))
  const rowWeights = weights.map(row => sum(row.map((w, j) => w * at(columns, j))))
  const columnWeights = weights.map((_, j) => sum(rows.map((share, i) => share * at(at(weights, i), j))))
  const cells = shares.flatMap((row, i) =>
    row.map((share, j) => ({
      share,
      weight: at(at(weights, i), j),
      chance: at(rows, i) * at(columns, j),
      marginal: at(rowWeights, i) + at(columnWeights, j),
    })),
  )
  const po = sum(cells.map(({ share, weight }) => share * weight))
  const pe = sum(cells.map(({ chance, weight }) => chance * weight))
  if (1 - pe < 1e-15) return { ...missingEstimate(n, method, 'no-variation'), ...missing }
  const value = (po - pe) / (1 - pe)
  // Both variances as squares about their mean: the textbook difference of squares loses digits near zero.
  const centre = po * pe - 2 * pe + po
  const influence = (weight: number, marginal: number) => weight * (1 - pe) - marginal * (1 - po) - centre
  const spread = sum(cells.map(({ share, weight, marginal }) => share * influence(weight, marginal) ** 2))
  const nullSpread = sum(cells.map(({ chance, weight, marginal }) => chance * (weight - marginal + pe) ** 2))
  const standardError = Math.sqrt(spread / n) / (1 - pe) ** 2
  const half = criticalNormal(level) * standardError
  return {
    value,
    lower: value - half,
    upper: value + half,
    n,
    method,
    reason: null,
    observedAgreement: po,
    expectedAgreement: pe,
    standardError,
    nullStandardError: Math.sqrt(nullSpread / n) / (1 - pe),
  }
}
