import { at } from '../at'
import { type ClusteredMean, clusteredMean } from '../scores/clustered-mean'
import type { JudgedPoints } from './judged-points'

/**
 * Estimand: the mean difference per point between two models on the same rubrics, over points judged for both; clustered
 * by item (CR1) with a t test. `pairs` holds both models' points of each item. Example: see gold case 32 → 0.167, p = 0.17.
 */
export function pairedPointDifference(
  pairs: readonly { first: JudgedPoints; second: JudgedPoints }[],
  level = 0.95,
): ClusteredMean {
  const values = pairs.flatMap(({ first, second }, item) =>
    first.flatMap((one, point) => {
      const other = at(second, point)
      return one === null || other === null ? [] : [{ value: one - other, cluster: `${item}` }]
    }),
  )
  return clusteredMean(values, level)
}
