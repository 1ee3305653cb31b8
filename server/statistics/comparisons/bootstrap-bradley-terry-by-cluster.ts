// Intervals of strengths when comparisons hang together: several of one item, many by one annotator.
import { type BootstrapOptions, type BootstrapResult, bootstrapStrengths } from './bootstrap-strengths'
import { type ComparedPair, comparedPairs } from './compared-pairs'
import { countPairs } from './count-pairs'
import type { CountedComparison } from './counted-comparison'
import { recountPairs } from './recount-pairs'

const method = 'Bradley–Terry, ties as half wins, percentile bootstrap over clusters, strengths sum to zero'

/**
 * Estimand as in `bradleyTerry`. Assumes that clusters (all comparisons of one item, or all of one annotator) are a sample
 * of many; nothing about what is inside them. Each sample draws as many clusters as there are, with replacement. Fewer
 * than about 20 clusters make the intervals too narrow; one has none. `clusters` hold outcomes with their counts, so that
 * equal comparisons of a cluster are worked on once. Example: every comparison three times in its cluster has the
 * intervals of the comparisons once.
 */
export function bootstrapBradleyTerryByCluster(
  items: number,
  clusters: readonly (readonly CountedComparison[])[],
  { random, ...options }: BootstrapOptions,
): BootstrapResult {
  const counts = countPairs(items, clusters.flat())
  const places = new Map(comparedPairs(counts).map(({ first, second }, index) => [first * items + second, index]))
  /** Where an outcome counts among the wins, ties and losses of all pairs; both directions of a pair count together. */
  const cellOf = ({ first, second, outcome }: CountedComparison) => {
    const place = places.get(Math.min(first, second) * items + Math.max(first, second)) ?? 0
    return 3 * place + (outcome === 'tie' ? 1 : (outcome === 'first') === first < second ? 0 : 2)
  }
  const cells = clusters.flatMap((cluster, index) =>
    cluster.flatMap(one => ((one.count ?? 1) === 0 ? [] : [{ index, cell: cellOf(one), count: one.count ?? 1 }])),
  )
  const [cluster, cell, count] = [
    Int32Array.from(cells, one => one.index),
    Int32Array.from(cells, one => one.cell),
    Float64Array.from(cells, one => one.count),
  ]
  const times = new Float64Array(clusters.length)
  const resample = (pairs: readonly ComparedPair[]) => {
    times.fill(0)
    for (let draw = 0; draw < times.length; draw++) {
      const drawn = Math.floor(random() * times.length)
      times[drawn] = (times[drawn] ?? 0) + 1
    }
    const totals = new Float64Array(3 * pairs.length)
    for (let one = 0; one < cell.length; one++) {
      const place = cell[one] ?? 0
      totals[place] = (totals[place] ?? 0) + (times[cluster[one] ?? 0] ?? 0) * (count[one] ?? 0)
    }
    return recountPairs(pairs, totals)
  }
  if (clusters.length !== 1) return bootstrapStrengths(counts, resample, method, options)
  const without = bootstrapStrengths(counts, resample, method, { ...options, replicates: 0 })
  return without.reason === 'too-few-replicates' ? { ...without, reason: 'single-cluster' } : without
}
