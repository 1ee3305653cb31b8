// What a bootstrap of Bradley–Terry strengths says, however its samples are drawn.
import { at } from '../at'
import { quantile } from '../quantile'
import type { Random } from '../random/mulberry32'
import type { Reason } from '../reason'
import { holm } from '../scores/holm'
import { rankRanges } from '../scores/rank-ranges'
import { standardDeviation } from '../standard-deviation'
import { sum } from '../sum'
import { twoSidedNormalP } from '../two-sided-normal-p'
import { type ComparedPair, comparedPairs } from './compared-pairs'
import { type ComparisonComponents, comparisonComponents } from './comparison-components'
import { fitPairedLogit } from './fit-paired-logit'
import type { PairCounts } from './pair-counts'
import { refitStrengths } from './refit-strengths'

export interface BootstrapOptions {
  random: Random
  /** Samples to draw; 1000 unless said otherwise. */
  replicates?: number
  level?: number
}

export interface BootstrappedStrength {
  /** Log-odds against the average item, from all comparisons. */
  value: number
  /** Standard deviation over the samples. */
  standardError: number
  lower: number
  upper: number
  /** Best and worst place that is not ruled out, 1 being best. */
  firstRank: number
  lastRank: number
}

export interface BootstrapResult {
  /** In the order of the items; null when there are none, and `reason` says why. */
  strengths: BootstrappedStrength[] | null
  /** Samples drawn, and how many of them had no finite strengths and are left out. */
  replicates: number
  undefinedReplicates: number
  /** Comparisons. */
  n: number
  method: string
  reason: Extract<
    Reason,
    'no-data' | 'separation' | 'disconnected' | 'not-converged' | 'too-few-replicates' | 'single-cluster'
  > | null
  components: ComparisonComponents
}

/** Finite strengths exist for certain when each pair of a connected graph went both ways; else the graph decides. */
const hasStrengths = (items: number, pairs: readonly ComparedPair[]) =>
  pairs.every(pair => pair.ties > 0 || (pair.firstWins > 0 && pair.secondWins > 0)) ||
  comparisonComponents(toCounts(items, pairs)).verdict === 'connected'

function toCounts(items: number, pairs: readonly ComparedPair[]): PairCounts {
  const empty = () => Array.from({ length: items }, () => new Array<number>(items).fill(0))
  const [wins, ties] = [empty(), empty()]
  for (const { first, second, firstWins, ties: tied, secondWins } of pairs) {
    at(wins, first)[second] = firstWins
    at(wins, second)[first] = secondWins
    at(ties, first)[second] = tied
    at(ties, second)[first] = tied
  }
  return { wins, ties }
}

/**
 * Fits all comparisons and then every sample that `resample` draws; it returns the pairs of `comparedPairs(counts)`, in
 * their order, with other counts. Percentile intervals (type 7). Ranks: a difference is significant by a normal test with
 * its standard deviation over the samples, adjusted with Holm (the percentiles of 1000 samples end at p = 0.002, too
 * coarse for many pairs). Separated samples have infinite strengths: when they are more than a tail of the interval,
 * there is no interval.
 */
export function bootstrapStrengths(
  counts: PairCounts,
  resample: (pairs: readonly ComparedPair[]) => ComparedPair[],
  method: string,
  { replicates = 1000, level = 0.95 }: Omit<BootstrapOptions, 'random'>,
): BootstrapResult {
  const pairs = comparedPairs(counts)
  const items = counts.wins.length
  const components = comparisonComponents(counts)
  const n = sum(pairs.map(pair => pair.n))
  const none = { strengths: null, replicates: 0, undefinedReplicates: 0, n, method, components }
  if (n === 0) return { ...none, reason: 'no-data' }
  if (components.verdict !== 'connected') return { ...none, reason: components.verdict }
  const whole = fitPairedLogit(items, pairs, false)
  if (whole === null) return { ...none, reason: 'not-converged' }
  const start = whole.beta
  const refit = refitStrengths(whole)
  const drawn: number[][] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    const sample = resample(pairs)
    const there = sample.filter(pair => pair.n > 0)
    const isWhole = there.length === pairs.length || comparisonComponents(toCounts(items, there)).groups.length === 1
    const beta = isWhole && hasStrengths(items, there) ? refit(there) : null
    if (beta !== null) drawn.push(beta)
  }
  const undefinedReplicates = replicates - drawn.length
  const counted = { replicates, undefinedReplicates }
  if (drawn.length < 2 || undefinedReplicates > (replicates * (1 - level)) / 2)
    return { ...none, ...counted, reason: 'too-few-replicates' }
  const spreadOf = (one: (beta: readonly number[]) => number) => standardDeviation(drawn.map(one)) ?? 0
  const indices = [...start.keys()]
  const rivals = indices.flatMap(first => indices.filter(second => second > first).map(second => ({ first, second })))
  const adjusted = holm(
    rivals.map(({ first, second }) => {
      const spread = spreadOf(beta => at(beta, first) - at(beta, second))
      return spread === 0 ? null : twoSidedNormalP((at(start, first) - at(start, second)) / spread)
    }),
  )
  const matrix = indices.map(() => indices.map((): number | null => null))
  for (const [index, { first, second }] of rivals.entries()) at(matrix, first)[second] = at(adjusted, index)
  const { ranges } = rankRanges(start, matrix, 1 - level)
  const strengths = start.map((value, item) => {
    const own = drawn.map(beta => at(beta, item)).sort((a, b) => a - b)
    const { first: firstRank, last: lastRank } = at(ranges, item)
    return {
      value,
      standardError: spreadOf(beta => at(beta, item)),
      lower: quantile(own, (1 - level) / 2),
      upper: quantile(own, (1 + level) / 2),
      firstRank,
      lastRank,
    }
  })
  return { strengths, ...counted, n, method, reason: null, components }
}
