// Which places a model may have, given which differences are significant.
import { at } from '../at'

export interface RankRanges {
  /** First and last possible place of each model, 1 being best. */
  ranges: { first: number; last: number }[]
  /** Clusters 1, 2, …: every model of one is significantly better than every model of the next ones. */
  clusters: number[]
}

/**
 * Range of a model = 1 + how many are significantly better … K − how many are significantly worse; better means a higher
 * mean and p below `alpha`. `pValues[i][j]` (one triangle is enough; null: no test) should be adjusted, for instance with
 * `holm`. Models in any order. Example: A better than B, B and C alike, A and C alike → A 1–2, B 2–3, C 1–3.
 */
export function rankRanges(
  means: readonly number[],
  pValues: readonly (readonly (number | null)[])[],
  alpha = 0.05,
): RankRanges {
  const pOf = (i: number, j: number) => at(pValues, i)[j] ?? at(pValues, j)[i] ?? null
  const isBetter = (i: number, j: number) => {
    const p = pOf(i, j)
    return p !== null && p < alpha && at(means, i) > at(means, j)
  }
  const models = [...means.keys()]
  const ranges = models.map(own => ({
    first: 1 + models.filter(other => isBetter(other, own)).length,
    last: means.length - models.filter(other => isBetter(own, other)).length,
  }))
  const byMean = models.toSorted((a, b) => at(means, b) - at(means, a) || a - b)
  const clusters = new Array<number>(means.length).fill(1)
  let cluster = 1
  for (const [place, model] of byMean.entries()) {
    const [above, below] = [byMean.slice(0, place), byMean.slice(place)]
    if (place > 0 && above.every(better => below.every(worse => isBetter(better, worse)))) cluster += 1
    clusters[model] = cluster
  }
  return { ranges, clusters }
}
