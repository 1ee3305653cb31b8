// How much raters agree beyond chance: any number of raters, missing values, any kind of scale.
import { type Alpha, alphaOfCoincidences } from './alpha-of-coincidences'
import { coincidences } from './coincidences'
import type { Metric } from './difference-metric'
import { distinctValues } from './distinct-values'
import type { JudgedUnit } from './judged-unit'

/**
 * Krippendorff's α = 1 − D_o/D_e (Krippendorff 2011). Estimand: agreement among interchangeable raters of these units,
 * 1 perfect, 0 chance, negative worse than chance. A unit with fewer than two values does not count. Undefined, not 1,
 * when everything has one value. Example: Krippendorff's four coders, nominal → 0.743 of 40 values in 11 units.
 */
export function krippendorffAlpha(units: readonly JudgedUnit[], metric: Metric): Alpha {
  const values = distinctValues(units)
  const pairable = coincidences(units, values).filter(unit => unit !== null)
  return alphaOfCoincidences(pairable, values, metric)
}
