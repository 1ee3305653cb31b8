// Intervals of strengths without a formula, also for millions of votes.
import { drawMultinomial } from '../random/draw-multinomial'
import { sum } from '../sum'
import { type BootstrapOptions, type BootstrapResult, bootstrapStrengths } from './bootstrap-strengths'
import type { PairCounts } from './pair-counts'
import { recountPairs } from './recount-pairs'

const method = 'Bradley–Terry, ties as half wins, percentile bootstrap over comparisons, strengths sum to zero'

/**
 * Estimand as in `bradleyTerry`. Assumes independent comparisons (else `bootstrapBradleyTerryByCluster`) and nothing about
 * ties. A sample of all comparisons is drawn as a multinomial over the distinct (pair, outcome) cells, exactly as if the
 * comparisons were drawn one by one, so that time does not grow with their number. `counts` are whole numbers. The same
 * seed gives the same intervals. Example: 6 wins to 4 → ±0.2027 with a standard error of about 0.33.
 */
export function bootstrapBradleyTerry(counts: PairCounts, { random, ...options }: BootstrapOptions): BootstrapResult {
  return bootstrapStrengths(
    counts,
    pairs => {
      const cells = pairs.flatMap(pair => [pair.firstWins, pair.ties, pair.secondWins])
      return recountPairs(pairs, drawMultinomial(sum(cells), cells, random))
    },
    method,
    options,
  )
}
