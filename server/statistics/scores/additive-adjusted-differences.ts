// Differences between models when raters judged different parts of an item's responses.
import type { AdjustedDifference } from './block-adjusted-differences'
import { describeAdjusted } from './describe-adjusted'
import { fitWithinBlocks } from './fit-within-blocks'

const method = 'least squares with items and raters, t interval'

/**
 * Estimand: the mean difference of each other model from `baseline`, in score = item + rater + model (least squares).
 * Unlike `blockAdjustedDifferences` it also compares responses of one item that different raters judged, and pays for it:
 * a rater's severity must be the same on every item. Assumes like, independent errors. Null when items and raters do not
 * link the models. Example: gold case 28 → B −0.829, C −1.336.
 */
export function additiveAdjustedDifferences(
  ratings: readonly { item: string; rater: string; model: string; score: number }[],
  baseline: string,
  level = 0.95,
): AdjustedDifference[] {
  const models = [...new Set(ratings.map(rating => rating.model))].filter(model => model !== baseline)
  const raters = [...new Set(ratings.map(rating => rating.rater))].slice(1)
  const fit = fitWithinBlocks(
    ratings.map(({ item, rater, model, score }) => ({
      block: item,
      y: score,
      x: [...models.map(other => (other === model ? 1 : 0)), ...raters.map(other => (other === rater ? 1 : 0))],
    })),
  )
  return models.map((model, index) => describeAdjusted(model, index, fit, ratings.length, method, level))
}
