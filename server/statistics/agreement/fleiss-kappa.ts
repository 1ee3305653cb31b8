// Agreement on labels when each unit was judged equally often, not necessarily by the same people.
import type { Reason } from '../reason'
import { sum } from '../sum'

export interface FleissKappa {
  value: number | null
  observedAgreement: number | null
  expectedAgreement: number | null
  /** Under the hypothesis of no agreement beyond chance; not for an interval (use α's). */
  nullStandardError: number | null
  z: number | null
  /** κ of each category against all others; null for one that was never or always given. */
  perCategory: (number | null)[]
  /** Units. */
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'no-pairable-units' | 'no-variation'> | null
}

/**
 * Fleiss' κ of `counts[unit][category]`; every unit has the same number of judgments. Assumes interchangeable raters.
 * Null standard error of Fleiss, Nee & Landis (1979). Example: Fleiss' 30 psychiatric diagnoses → 0.430, z = 17.65.
 * @throws RangeError when units have different numbers of judgments: use Krippendorff's α
 */
export function fleissKappa(counts: readonly (readonly number[])[]): FleissKappa {
  const method = "Fleiss' κ"
  const units = counts.length
  const none = {
    value: null,
    observedAgreement: null,
    expectedAgreement: null,
    nullStandardError: null,
    z: null,
    method,
  }
  const raters = sum(counts[0] ?? [])
  if (counts.some(row => sum(row) !== raters)) throw new RangeError("Fleiss' κ needs equally many judgments per unit.")
  if (units === 0) return { ...none, perCategory: [], n: 0, reason: 'no-data' }
  const categories = counts[0] ?? []
  if (raters < 2) return { ...none, perCategory: categories.map(() => null), n: units, reason: 'no-pairable-units' }
  const column = (category: number) => counts.map(row => row[category] ?? 0)
  const shares = categories.map((_, category) => sum(column(category)) / (units * raters))
  const observed = sum(counts.flat().map(count => count * (count - 1))) / (units * raters * (raters - 1))
  const expected = sum(shares.map(share => share * share))
  const perCategory = shares.map((share, category) => {
    const disagreement = sum(column(category).map(count => count * (raters - count)))
    return share === 0 || share === 1 ? null : 1 - disagreement / (units * raters * (raters - 1) * share * (1 - share))
  })
  const spread = sum(shares.map(share => share * (1 - share)))
  if (spread === 0) return { ...none, perCategory, n: units, reason: 'no-variation' }
  const value = (observed - expected) / (1 - expected)
  const skew = sum(shares.map(share => share * (1 - share) * (1 - 2 * share)))
  const nullStandardError =
    Math.sqrt((2 / (units * raters * (raters - 1))) * Math.max(0, spread * spread - skew)) / spread
  return {
    value,
    observedAgreement: observed,
    expectedAgreement: expected,
    nullStandardError,
    z: nullStandardError === 0 ? null : value / nullStandardError,
    perCategory,
    n: units,
    method,
    reason: null,
  }
}
