// The mean over items of the mean over raters within an item, exactly.
import { addRationals, multiplyRationals, type Rational, rational } from './rational'

/** Items of one cell whose number of ratings is the same: how many they are, and the sum of all their ratings. */
export interface ItemTotals {
  /** Ratings of each of these items; 1 or more. */
  ratingsPerItem: number
  items: number
  sum: bigint
}

/** `value` is null exactly when `n` is 0; `reason` says why. */
export type ExactMean =
  | { value: Rational; n: number; method: 'mean over items of the mean over raters' }
  | { value: null; n: 0; reason: 'no item has a rating' }

/**
 * Estimand: the mean score of an item, each item weighing the same however many rated it. An item without a rating is
 * missing, never 0. Items that have equally many ratings may be given summed up: (Σ sum) / ratings is the sum of their
 * means. Example: one item rated 8 and 9, another rated 7 → (8.5 + 7) / 2 = 7.75.
 */
export function meanOfItemMeans(groups: readonly ItemTotals[]): ExactMean {
  let items = 0
  let total = rational(0n)
  for (const group of groups) {
    items += group.items
    total = addRationals(total, rational(group.sum, BigInt(group.ratingsPerItem)))
  }
  if (items === 0) return { value: null, n: 0, reason: 'no item has a rating' }
  const value = multiplyRationals(total, rational(1n, BigInt(items)))
  return { value, n: items, method: 'mean over items of the mean over raters' }
}
