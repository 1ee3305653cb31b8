// Scores in units of each rater's own spread: a second view, since it can reorder models.
import { groupBy } from '../group-by'
import { mean } from '../mean'
import { standardDeviation } from '../standard-deviation'

export interface RaterSpread {
  rater: string
  n: number
  mean: number
  standardDeviation: number | null
  /** A rater who gave one score, or always the same, has no z-scores. */
  excluded: boolean
}

export interface RaterZScores {
  /** For each rating, in the order given; null for those of excluded raters. */
  z: (number | null)[]
  raters: RaterSpread[]
}

/**
 * z = (score − mean of the rater)/SD of the rater (n − 1), over all ratings of that rater (as in WMT's direct assessment).
 * Misleading when raters saw different mixes of models. Example: one rater with 8, 10 → −0.71, 0.71.
 */
export function raterZScores(ratings: readonly { rater: string; score: number }[]): RaterZScores {
  const spreads = new Map<string, RaterSpread>()
  for (const [rater, own] of groupBy(ratings, rating => rating.rater)) {
    const scores = own.map(rating => rating.score)
    const spread = standardDeviation(scores)
    const excluded = spread === null || spread === 0
    spreads.set(rater, { rater, n: scores.length, mean: mean(scores), standardDeviation: spread, excluded })
  }
  const z = ratings.map(({ rater, score }) => {
    const own = spreads.get(rater)
    return own === undefined || own.excluded || own.standardDeviation === null
      ? null
      : (score - own.mean) / own.standardDeviation
  })
  return { z, raters: [...spreads.values()] }
}
