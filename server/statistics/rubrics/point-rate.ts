import { type ClusteredMean, clusteredMean } from '../scores/clustered-mean'
import type { JudgedPoints } from './judged-points'

/**
 * Estimand: the mean share earned per point, every point weighing the same. Points of one item are not independent, so
 * the standard error is clustered by item (CR1). `n` counts points. Example: 15 of 18 in 6 items → 0.83, SE 0.069.
 */
export function pointRate(responses: readonly JudgedPoints[], level = 0.95): ClusteredMean {
  const values = responses.flatMap((points, item) =>
    points.flatMap(value => (value === null ? [] : [{ value, cluster: `${item}` }])),
  )
  return clusteredMean(values, level)
}
