import { at } from '../at'
import { sum } from '../sum'

/** How a scale counts a difference: labels, ranks, equal steps, or equal ratios (with a true zero). */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's squared difference δ² between two of `values` (ascending), by index. The ordinal one depends on how often
 * each value was given: the values between two count, half at both ends.
 */
export function differenceMetric(
  metric: Metric,
  values: readonly number[],
  totals: readonly number[],
): (a: number, b: number) => number {
  if (metric === 'nominal') return (a, b) => (a === b ? 0 : 1)
  if (metric === 'interval') return (a, b) => (at(values, a) - at(values, b)) ** 2
  if (metric === 'ratio')
    return (a, b) => (a === b ? 0 : ((at(values, a) - at(values, b)) / (at(values, a) + at(values, b))) ** 2)
  const middles = totals.map((total, index) => sum(totals.slice(0, index)) + total / 2)
  return (a, b) => (at(middles, a) - at(middles, b)) ** 2
}
