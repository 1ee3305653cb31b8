import { groupBy } from '../group-by'
import { mean } from '../mean'
import { type MeanEstimate, meanInterval } from './mean-interval'

/**
 * The mean over items of the mean over raters within an item, with the t interval over items: every item weighs the same
 * however many judged it. `n` counts items. Example: item a 8 and 9, item b 7 → 7.75.
 */
export function itemMeanInterval(ratings: readonly { item: string; value: number }[], level = 0.95): MeanEstimate {
  const byItem = groupBy(ratings, rating => rating.item)
  const means = [...byItem.values()].map(own => mean(own.map(rating => rating.value)))
  return { ...meanInterval(means, level), method: 'mean over items of the mean over raters, t interval over items' }
}
