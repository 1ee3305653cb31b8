// The mean over items and how sure it is, from items that the database has summed up.
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { Estimate } from '../estimate'
import { type ItemTotals, meanOfItemMeans } from '../mean-of-item-means'
import { missingEstimate } from '../missing-estimate'
import { addRationals, multiplyRationals, type Rational, rational } from '../rational'
import { rationalToNumber } from '../rational-to-number'

/** Items that have equally many ratings; `sumOfSquares` of the items' sums. */
export interface ItemSums extends ItemTotals {
  sumOfSquares: bigint
}

/** Of the clusters of the same items, Sc being the sum of a cluster's item means and mc how many items it has. */
export interface ClusterSums {
  clusters: number
  /** Σ Sc². */
  squares: Rational
  /** Σ Sc·mc. */
  products: Rational
  /** Σ mc². */
  sizes: bigint
}

export interface ItemSumsEstimate extends Estimate {
  standardError: number | null
}

const methods = {
  items: 'mean over items of the mean over raters, t interval over items',
  clusters: 'mean over items of the mean over raters, cluster-robust standard error (CR1), t interval over clusters',
}

const square = (one: Rational) => multiplyRationals(one, one)
const minus = (a: Rational, b: Rational) => addRationals(a, { ...b, numerator: -b.numerator })
const times = (a: Rational, whole: bigint) => multiplyRationals(a, rational(whole))

/**
 * `meanInterval` over items, or `clusteredMean` where clusters are given, without the items themselves. Sums are exact, so
 * that equal items have no spread at all, however many they are. Example: an item rated 8 and 9, another 7 → 7.75 ± t(1)·0.75.
 */
export function meanOfItemSums(groups: readonly ItemSums[], clusters?: ClusterSums, level = 0.95): ItemSumsEstimate {
  const mean = meanOfItemMeans(groups)
  const method = clusters ? methods.clusters : methods.items
  if (mean.value === null) return { ...missingEstimate(0, method, 'no-data'), standardError: null }
  const { n, value: exact } = mean
  const value = rationalToNumber(exact)
  const units = clusters?.clusters ?? n
  const none = { value, lower: null, upper: null, n, method, standardError: null }
  if (units < 2) return { ...none, reason: clusters && n > 1 ? 'single-cluster' : 'single-value' }
  const spread = clusters ? betweenClusters(clusters, exact, BigInt(n)) : betweenItems(groups, exact, BigInt(n))
  const variance = multiplyRationals(spread, rational(1n, BigInt(n)))
  const standardError = Math.sqrt(rationalToNumber(variance))
  const half = tQuantile(1 - (1 - level) / 2, units - 1) * standardError
  const reason = standardError === 0 ? 'zero-variance' : null
  return { value, lower: value - half, upper: value + half, n, method, reason, standardError }
}

/** n·SE² = Σ(x − mean)²/(n − 1). */
function betweenItems(groups: readonly ItemSums[], mean: Rational, n: bigint): Rational {
  const squares = groups.reduce(
    (sum, { ratingsPerItem, sumOfSquares }) => addRationals(sum, rational(sumOfSquares, BigInt(ratingsPerItem) ** 2n)),
    rational(0n),
  )
  return multiplyRationals(minus(squares, times(square(mean), n)), rational(1n, n - 1n))
}

/** n·SE² = Σ(Sc − mc·mean)²·G/(G − 1)/n: the residuals of a cluster sum to Sc − mc·mean. */
function betweenClusters({ clusters, squares, products, sizes }: ClusterSums, mean: Rational, n: bigint): Rational {
  const residuals = addRationals(
    minus(squares, times(multiplyRationals(mean, products), 2n)),
    times(square(mean), sizes),
  )
  const g = BigInt(clusters)
  return multiplyRationals(residuals, rational(g, (g - 1n) * n))
}
