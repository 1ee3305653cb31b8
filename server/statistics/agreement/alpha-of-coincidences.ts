import { at } from '../at'
import type { Reason } from '../reason'
import { sum } from '../sum'
import type { UnitCoincidences } from './coincidences'
import { differenceMetric, type Metric } from './difference-metric'

export interface Alpha {
  value: number | null
  reason: Extract<Reason, 'no-pairable-units' | 'no-variation'> | null
  observedDisagreement: number | null
  expectedDisagreement: number | null
  /** Values in units judged at least twice. */
  n: number
  /** Units judged at least twice. */
  units: number
}

/** α of units whose coincidences are known; `values` are those of the scale, ascending. */
export function alphaOfCoincidences(
  units: readonly UnitCoincidences[],
  values: readonly number[],
  metric: Metric,
): Alpha {
  const totals = new Array<number>(values.length).fill(0)
  for (const { counts } of units)
    for (const [index, count] of counts.entries()) totals[index] = at(totals, index) + count
  const n = sum(totals)
  const none = { value: null, observedDisagreement: null, expectedDisagreement: null, n, units: units.length }
  if (n === 0) return { ...none, reason: 'no-pairable-units' }
  const difference = differenceMetric(metric, values, totals)
  let expected = 0
  for (const [a, countA] of totals.entries())
    for (let b = 0; b < a; b++) expected += 2 * countA * at(totals, b) * difference(a, b)
  let observed = 0
  for (const { pairs } of units) for (const { a, b, weight } of pairs) observed += 2 * weight * difference(a, b)
  const [observedDisagreement, expectedDisagreement] = [observed / n, expected / (n * (n - 1))]
  if (expected === 0) return { ...none, observedDisagreement, expectedDisagreement, reason: 'no-variation' }
  const value = 1 - observedDisagreement / expectedDisagreement
  return { value, reason: null, observedDisagreement, expectedDisagreement, n, units: units.length }
}
