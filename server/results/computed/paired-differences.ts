// Every two models on the items that both have: how much better is the first, and can that be chance?
import { groupBy } from '../../statistics/group-by'
import type { Reason } from '../../statistics/reason'
import { clusteredMean } from '../../statistics/scores/clustered-mean'
import { holm } from '../../statistics/scores/holm'
import { pairedDifference } from '../../statistics/scores/paired-difference'
import { rankRanges } from '../../statistics/scores/rank-ranges'
import { signFlipPermutation } from '../../statistics/scores/sign-flip-permutation'
import { wilcoxonSignedRank } from '../../statistics/scores/wilcoxon-signed-rank'
import type { TableModel } from '../score-table'

/** Items on which two models differ by the same: `numerator`/`denominator` steps of the scale. */
export interface DifferenceCount {
  first: string
  second: string
  /** What the items belong to; null: each stands for itself. */
  cluster: string | null
  numerator: number
  denominator: number
  items: number
}

export interface PairedDifferencesInput {
  counts: DifferenceCount[]
  /** In the order of the table; `mean` on the scale, null: not rated. */
  models: (TableModel & { n: number; mean: number | null })[]
  step: number
}

/** `first` minus `second`, on the scale. */
export interface ModelDifference {
  first: string
  second: string
  /** Items that both have. */
  n: number
  /** Null: each item stands for itself. */
  clusters: number | null
  mean: number | null
  lower: number | null
  upper: number | null
  standardError: number | null
  /** d_z. */
  effectSize: number | null
  /** Of the sign-flip test, two-sided; null: nothing to test. */
  p: number | null
  pMethod: string
  /** After Holm, over all pairs of the table. */
  pAdjusted: number | null
  /** Of the signed-rank test; null where items are clustered: it has no such form. */
  wilcoxonP: number | null
  wilcoxonMethod: string | null
  wins: number
  ties: number
  losses: number
  reason: Reason | null
}

export interface ModelRank {
  model: TableModel
  /** Items. */
  n: number
  mean: number
  /** First and last possible place, by the adjusted p values. */
  first: number
  last: number
  /** Every model of one cluster is significantly better than every model of the next ones. */
  cluster: number
}

export interface PairedDifferences {
  /** Each two models once, in the order of the table. */
  pairs: ModelDifference[]
  /** The best mean first. */
  ranks: ModelRank[]
  /** Adjusted p values below this are called significant. */
  alpha: number
}

const alpha = 0.05
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Methods: mean paired difference with t interval (CR1 over clusters), exact sign-flip test, Wilcoxon second, Holm over the pairs. */
export function pairedDifferences({ counts, models, step }: PairedDifferencesInput): PairedDifferences {
  const rated = models.filter(model => model.mean !== null)
  const byPair = groupBy(counts, row => `${row.first} ${row.second}`)
  const pairs = rated.flatMap((first, at) =>
    rated.slice(at + 1).map(second => {
      const turned = (byPair.get(`${second.id} ${first.id}`) ?? []).map(row => ({ ...row, numerator: -row.numerator }))
      return comparePair(first.id, second.id, [...(byPair.get(`${first.id} ${second.id}`) ?? []), ...turned], step)
    }),
  )
  const adjusted = holm(pairs.map(pair => pair.p))
  const found = pairs.map((pair, at) => ({ ...pair, pAdjusted: adjusted[at] ?? null }))
  const pOf = new Map(found.map(pair => [`${pair.first} ${pair.second}`, pair.pAdjusted]))
  const { ranges, clusters } = rankRanges(
    rated.map(model => model.mean ?? 0),
    rated.map(first => rated.map(second => pOf.get(`${first.id} ${second.id}`) ?? null)),
    alpha,
  )
  const ranks = rated.map(({ id, name, n, mean }, at) => ({
    model: { id, name },
    n,
    mean: mean ?? 0,
    first: ranges[at]?.first ?? 1,
    last: ranges[at]?.last ?? rated.length,
    cluster: clusters[at] ?? 1,
  }))
  return { pairs: found, ranks: ranks.sort((a, b) => b.mean - a.mean), alpha }
}

function comparePair(first: string, second: string, counts: readonly DifferenceCount[], step: number): ModelDifference {
  const common = counts.reduce((multiple, { denominator: d }) => (multiple * d) / gcd(multiple, d), 1)
  const whole = ({ numerator, denominator }: DifferenceCount) => numerator * (common / denominator)
  const perItem = counts.flatMap(row => new Array<number>(row.items).fill(whole(row)))
  const onScale = (steps: number) => (steps * step) / common
  const plain = pairedDifference(perItem.map(onScale))
  const clustered = counts.some(row => row.cluster !== null)
  const estimate = clustered
    ? clusteredMean(
        counts.flatMap(row =>
          new Array<number>(row.items).fill(0).map(() => ({ value: onScale(whole(row)), cluster: row.cluster ?? '' })),
        ),
      )
    : plain
  // What belongs together has its sign flipped together.
  const units = clustered
    ? [...groupBy(counts, row => row.cluster ?? '').values()].map(own => sum(own.map(row => whole(row) * row.items)))
    : perItem
  const test = units.length > 0 ? signFlipPermutation(units) : null
  const rank = !clustered && units.length > 0 ? wilcoxonSignedRank(units) : null
  return {
    first,
    second,
    n: plain.n,
    clusters: clustered ? units.length : null,
    mean: plain.value,
    lower: estimate.lower,
    upper: estimate.upper,
    standardError: estimate.standardError,
    effectSize: plain.effectSize,
    p: test?.p ?? null,
    pMethod: test?.method ?? 'exact sign-flip permutation',
    pAdjusted: null,
    wilcoxonP: rank?.p ?? null,
    wilcoxonMethod: rank?.method ?? null,
    wins: plain.wins,
    ties: plain.ties,
    losses: plain.losses,
    reason: plain.reason === 'all-ties' ? plain.reason : estimate.reason,
  }
}
