// How often two judgments of the same unit are equal, or nearly.

import { wilsonInterval } from '../comparisons/wilson-interval'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'
import { sum } from '../sum'
import type { JudgedUnit } from './judged-unit'

/**
 * Estimand: the chance that two judgments of one unit differ by at most `within` (in the unit of the values; 0: equal),
 * every unit weighing the same. `n` counts units judged at least twice. Wilson's interval over units: right for two
 * judgments per unit, cautious for more. Not corrected for chance. Example: [[8, 8], [8, 9]] → 0.5; within 1 → 1.
 */
export function rawAgreement(units: readonly JudgedUnit[], within = 0, level = 0.95): Estimate {
  const method = within === 0 ? 'agreeing pairs per unit, Wilson interval' : `pairs within ±${within}, Wilson interval`
  const shares = units.flatMap(unit => {
    const values = unit.filter(value => value !== null)
    if (values.length < 2) return []
    // Scores in tenths: 8.3 − 8.2 is a little more than 0.1 in binary.
    const agrees = (a: number, b: number) => Math.abs(a - b) <= within + 1e-9
    const agreeing = values.flatMap((a, i) => values.slice(i + 1).filter(b => agrees(a, b)))
    return [agreeing.length / ((values.length * (values.length - 1)) / 2)]
  })
  if (shares.length === 0) return missingEstimate(0, method, 'no-pairable-units')
  return { ...wilsonInterval(sum(shares), shares.length, level), method }
}
