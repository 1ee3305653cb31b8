// Differences between models when some responses are missing and raters differ in severity.
import type { Estimate } from '../estimate'
import { describeAdjusted } from './describe-adjusted'
import { fitWithinBlocks } from './fit-within-blocks'

export interface AdjustedDifference extends Estimate {
  model: string
  standardError: number | null
  p: number | null
  degreesOfFreedom: number | null
}

const method = 'least squares within blocks, t interval'

/**
 * Estimand: the mean difference of each other model from `baseline` as one rater sees them on one item. A block is an
 * (item × rater): its difficulty and severity cancel, so blocks with missing models still compare the rest. Assumes that
 * differences do not depend on the block and errors alike and independent. `n` counts ratings. Null when the blocks do
 * not link the models. Example: two blocks with A 8, B 7 and A 6, B 5, C 5 → B −1, C −1.
 */
export function blockAdjustedDifferences(
  ratings: readonly { block: string; model: string; score: number }[],
  baseline: string,
  level = 0.95,
): AdjustedDifference[] {
  const models = [...new Set(ratings.map(rating => rating.model))].filter(model => model !== baseline)
  const rows = ratings.map(({ block, model, score }) => ({
    block,
    y: score,
    x: models.map(other => (other === model ? 1 : 0)),
  }))
  const fit = fitWithinBlocks(rows)
  return models.map((model, index) => describeAdjusted(model, index, fit, ratings.length, method, level))
}
