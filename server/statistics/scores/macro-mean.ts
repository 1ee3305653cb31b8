import type { ExactMean } from '../mean-of-item-means'
import { addRationals, multiplyRationals, type Rational, rational } from '../rational'

/** `value` is null exactly when no category has a mean; `n` counts those that have. */
export type MacroMean =
  | { value: Rational; n: number; method: 'mean of category means' }
  | { value: null; n: 0; reason: 'no category has a rating' }

/**
 * Estimand: the mean of the categories' means, each category weighing the same however many items it has; categories
 * without a rating are left out. Not the headline (that is the mean over items): always shown under its own name. Exact.
 * Example: one category with mean 9, one with 7 → 8.
 */
export function macroMean(categories: readonly ExactMean[]): MacroMean {
  const means = categories.flatMap(({ value }) => (value === null ? [] : [value]))
  if (means.length === 0) return { value: null, n: 0, reason: 'no category has a rating' }
  const share = rational(1n, BigInt(means.length))
  const value = multiplyRationals(means.reduce(addRationals, rational(0n)), share)
  return { value, n: means.length, method: 'mean of category means' }
}
