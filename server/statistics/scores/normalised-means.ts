// Scores of models after every rater's own level and spread are taken out.
import { groupBy } from '../group-by'
import { itemMeanInterval } from './item-mean-interval'
import type { MeanEstimate } from './mean-interval'
import { type RaterSpread, raterZScores } from './rater-z-scores'

export interface NormalisedMeans {
  models: (MeanEstimate & { model: string })[]
  /** All raters; those marked excluded (one score, or only equal ones) have no z and do not count. */
  raters: RaterSpread[]
}

/**
 * Estimand: the mean over items of a model's z-scores (averaged over raters within an item), with the t interval over
 * items; `n` counts items. A second view only, always shown beside the plain means: it reorders models, and misleads when
 * raters saw different mixes of them. Takes each rater's mean and spread as known. Example: gold case 24 → A 0.50, B −0.50.
 */
export function normalisedMeans(
  ratings: readonly { rater: string; item: string; model: string; score: number }[],
  level = 0.95,
): NormalisedMeans {
  const { z, raters } = raterZScores(ratings)
  const rows = ratings.map(({ model, item }, index) => ({ model, item, value: z[index] ?? null }))
  const models = [...groupBy(rows, row => row.model)].map(([model, own]) => {
    const values = own.flatMap(({ item, value }) => (value === null ? [] : [{ item, value }]))
    const estimate = itemMeanInterval(values, level)
    return { ...estimate, model, method: `z-scores per rater, ${estimate.method}` }
  })
  return { models, raters }
}
