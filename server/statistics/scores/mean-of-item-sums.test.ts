import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupBy } from '../group-by'
import { mean } from '../mean'
import { rational } from '../rational'
import { sumFractions } from '../sum-fractions'
import { clusteredMean } from './clustered-mean'
import { meanInterval } from './mean-interval'
import { type ClusterSums, type ItemSums, meanOfItemSums } from './mean-of-item-sums'

interface Item {
  ratings: number[]
  cluster: string
}

const items = fc.array(
  fc.record({
    ratings: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
    cluster: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  { maxLength: 30 },
)

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

const sumsOf = (given: readonly Item[]): ItemSums[] =>
  [...groupBy(given, item => String(item.ratings.length))].map(([ratings, own]) => ({
    ratingsPerItem: Number(ratings),
    items: own.length,
    sum: BigInt(total(own.map(item => total(item.ratings)))),
    sumOfSquares: BigInt(total(own.map(item => total(item.ratings) ** 2))),
  }))

function clusterSums(given: readonly Item[]): ClusterSums {
  const clusters = [...groupBy(given, item => item.cluster).values()].map(own => ({
    sum: sumFractions(own.map(item => rational(BigInt(total(item.ratings)), BigInt(item.ratings.length)))),
    items: BigInt(own.length),
  }))
  return {
    clusters: clusters.length,
    squares: sumFractions(
      clusters.map(({ sum }) => ({ numerator: sum.numerator ** 2n, denominator: sum.denominator ** 2n })),
    ),
    products: sumFractions(clusters.map(({ sum, items }) => ({ ...sum, numerator: sum.numerator * items }))),
    sizes: clusters.reduce((sum, { items }) => sum + items * items, 0n),
  }
}

function expectSame(got: object, wanted: object) {
  for (const key of ['value', 'lower', 'upper', 'standardError']) {
    const number = Reflect.get(wanted, key)
    if (typeof number === 'number') expect(Reflect.get(got, key), key).toBeCloseTo(number, 9)
    else expect(Reflect.get(got, key), key).toBe(number)
  }
  expect(Reflect.get(got, 'n')).toBe(Reflect.get(wanted, 'n'))
}

describe('the mean of items that are summed up', () => {
  it('is that of the items themselves, with its interval', () => {
    fc.assert(
      fc.property(items, given => {
        const wanted = meanInterval(given.map(item => mean(item.ratings)))
        const got = meanOfItemSums(sumsOf(given))
        // Thirds that are equal have a spread of 1e-17 in binary, and none in exact sums.
        if (wanted.standardError !== null && wanted.standardError < 1e-9) expect(got.reason).toBe('zero-variance')
        else expect(got.reason).toBe(wanted.reason)
        expectSame(got, wanted)
      }),
    )
  })

  it('is clustered like the items themselves', () => {
    fc.assert(
      fc.property(items, given => {
        const wanted = clusteredMean(given.map(item => ({ value: mean(item.ratings), cluster: item.cluster })))
        const got = meanOfItemSums(sumsOf(given), clusterSums(given))
        if (given.length > 1) expectSame(got, wanted)
      }),
    )
  })

  it('does the example, and says why there is no interval', () => {
    const one = { ratingsPerItem: 2, items: 1, sum: 17n, sumOfSquares: 289n }
    const other = { ratingsPerItem: 1, items: 1, sum: 7n, sumOfSquares: 49n }
    expect(meanOfItemSums([one, other])).toMatchObject({ value: 7.75, standardError: 0.75, n: 2, reason: null })
    expect(meanOfItemSums([one])).toMatchObject({ value: 8.5, lower: null, reason: 'single-value' })
    expect(meanOfItemSums([])).toMatchObject({ value: null, lower: null, n: 0, reason: 'no-data' })
    const same = { ratingsPerItem: 3, items: 7, sum: 70n, sumOfSquares: 700n }
    expect(meanOfItemSums([same])).toMatchObject({ reason: 'zero-variance', standardError: 0 })
  })
})
