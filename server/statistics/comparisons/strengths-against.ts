// Strengths as differences from one of the items, for instance a baseline.
import { at } from '../at'
import { criticalNormal } from '../critical-normal'
import { twoSidedNormalP } from '../two-sided-normal-p'
import type { FittedStrengths, Strength } from './strength-fit'

export interface RelativeStrength extends Strength {
  /** Two-sided Wald test of equal strength; null for the reference itself. */
  p: number | null
}

/**
 * Estimand: β_i − β_reference of a fit; the reference itself is 0 without an error. Assumes what the fit assumes. With
 * `covariance` from `bradleyTerry` the errors are sandwich ones. Example: 6 wins to 4 → 0.405 with an error of 0.645.
 */
export function strengthsAgainst(
  { strengths, covariance }: Pick<FittedStrengths, 'strengths' | 'covariance'>,
  reference: number,
  level = 0.95,
): RelativeStrength[] {
  const z = criticalNormal(level)
  const base = at(strengths, reference).value
  const entry = (i: number, j: number) => at(at(covariance, i), j)
  return strengths.map((strength, item) => {
    const value = strength.value - base
    const variance = entry(item, item) + entry(reference, reference) - 2 * entry(item, reference)
    const standardError = item === reference ? 0 : Math.sqrt(Math.max(0, variance))
    const p = standardError === 0 ? null : twoSidedNormalP(value / standardError)
    return { value, standardError, lower: value - z * standardError, upper: value + z * standardError, p }
  })
}
