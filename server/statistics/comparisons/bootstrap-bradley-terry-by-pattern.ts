// Intervals of strengths over very many clusters of which many are alike.
import { drawMultinomial } from '../random/draw-multinomial'
import { sum } from '../sum'
import { type BootstrapOptions, type BootstrapResult, bootstrapStrengths } from './bootstrap-strengths'
import { type ComparedPair, comparedPairs } from './compared-pairs'
import { countPairs } from './count-pairs'
import type { CountedComparison } from './counted-comparison'
import { recountPairs } from './recount-pairs'

const method = 'Bradley–Terry, ties as half wins, percentile bootstrap over clusters, strengths sum to zero'

/** Clusters with the same comparisons in them. */
export interface ClusterPattern {
  comparisons: readonly CountedComparison[]
  clusters: number
}

/**
 * Estimand, assumptions and distribution as in `bootstrapBradleyTerryByCluster`, for clusters that are counted by what is in
 * them: a sample of all clusters is drawn as a multinomial over the patterns, so that time does not grow with their number.
 * The same seed gives the same intervals, others than that function's. Example: one pattern in 500 items, another in 300.
 */
export function bootstrapBradleyTerryByPattern(
  items: number,
  patterns: readonly ClusterPattern[],
  { random, ...options }: BootstrapOptions,
): BootstrapResult {
  const weights = patterns.map(pattern => pattern.clusters)
  const clusters = sum(weights)
  const counts = countPairs(
    items,
    patterns.flatMap(({ comparisons, clusters: times }) =>
      comparisons.map(one => ({ ...one, count: times * (one.count ?? 1) })),
    ),
  )
  const places = new Map(comparedPairs(counts).map(({ first, second }, index) => [first * items + second, index]))
  /** Where an outcome counts among the wins, ties and losses of all pairs; both directions of a pair count together. */
  const cellOf = ({ first, second, outcome }: CountedComparison) => {
    const place = places.get(Math.min(first, second) * items + Math.max(first, second)) ?? 0
    return 3 * place + (outcome === 'tie' ? 1 : (outcome === 'first') === first < second ? 0 : 2)
  }
  const cells = patterns.map(({ comparisons }) =>
    comparisons.map(one => ({ cell: cellOf(one), count: one.count ?? 1 })),
  )
  const resample = (pairs: readonly ComparedPair[]) => {
    const drawn = drawMultinomial(clusters, weights, random)
    const totals = new Float64Array(3 * pairs.length)
    for (const [index, times] of drawn.entries()) {
      if (times === 0) continue
      for (const { cell, count } of cells[index] ?? []) totals[cell] = (totals[cell] ?? 0) + times * count
    }
    return recountPairs(pairs, totals)
  }
  if (clusters !== 1) return bootstrapStrengths(counts, resample, method, options)
  const without = bootstrapStrengths(counts, resample, method, { ...options, replicates: 0 })
  return without.reason === 'too-few-replicates' ? { ...without, reason: 'single-cluster' } : without
}
