import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHalfUp } from './format-half-up'
import { largestDisplayed } from './largest-displayed'
import { type ItemTotals, meanOfItemMeans } from './mean-of-item-means'
import { compareRationals, rational } from './rational'
import { scoreDistribution } from './score-distribution'

/** Ratings of each item → what the database hands over: items with equally many ratings, summed up. */
function totals(items: number[][]): ItemTotals[] {
  const groups = new Map<number, ItemTotals>()
  for (const ratings of items.filter(one => one.length > 0)) {
    const group = groups.get(ratings.length) ?? { ratingsPerItem: ratings.length, items: 0, sum: 0n }
    group.items += 1
    group.sum += ratings.reduce((sum, value) => sum + BigInt(value), 0n)
    groups.set(ratings.length, group)
  }
  return [...groups.values()]
}

/** The definition, word for word, over one common denominator. */
function bruteForce(items: number[][]) {
  const rated = items.filter(ratings => ratings.length > 0)
  const common = rated.reduce((product, ratings) => product * BigInt(ratings.length), 1n)
  const sum = rated.reduce(
    (all, ratings) => all + (common / BigInt(ratings.length)) * ratings.reduce((s, v) => s + BigInt(v), 0n),
    0n,
  )
  return rational(sum, common * BigInt(rated.length))
}

const itemRatings = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }), { maxLength: 12 })

describe('formatHalfUp', () => {
  it.each([
    [8075n, 1000n, '8.08'],
    [8665n, 1000n, '8.67'],
    [65n, 8n, '8.13'],
    [8074999n, 1000000n, '8.07'],
    [10n, 1n, '10.00'],
    [0n, 1n, '0.00'],
    [-5n, 1000n, '-0.01'],
    [-4n, 1000n, '0.00'],
  ])('%s/%s is %s', (numerator, denominator, expected) => {
    expect(formatHalfUp(rational(numerator, denominator), 2)).toBe(expected)
  })

  it('writes whole numbers without a point', () => expect(formatHalfUp(rational(5n, 2n), 0)).toBe('3'))

  it('is never further than half a unit from the exact value', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 9n),
        fc.bigInt(1n, 10n ** 6n),
        fc.integer({ min: 0, max: 6 }),
        (n, d, places) => {
          const unit = 10n ** BigInt(places)
          const shown = rational(BigInt(formatHalfUp(rational(n, d), places).replace('.', '')), unit)
          const error = rational(shown.numerator * d - n * shown.denominator, shown.denominator * d)
          const size = rational(error.numerator < 0n ? -error.numerator : error.numerator, error.denominator)
          expect(compareRationals(size, rational(1n, 2n * unit))).toBeLessThanOrEqual(0)
        },
      ),
    )
  })
})

describe('meanOfItemMeans', () => {
  it('weighs items, not ratings', () => {
    expect(meanOfItemMeans(totals([[8, 9], [7]]))).toMatchObject({ value: rational(31n, 4n), n: 2 })
  })

  it('leaves an item without ratings out, and is undefined without any', () => {
    expect(meanOfItemMeans(totals([[], [6], []]))).toMatchObject({ value: rational(6n), n: 1 })
    expect(meanOfItemMeans(totals([[]]))).toEqual({ value: null, n: 0, reason: 'no item has a rating' })
  })

  it('equals the definition in whole numbers', () => {
    fc.assert(
      fc.property(itemRatings, items => {
        const mean = meanOfItemMeans(totals(items))
        const rated = items.filter(ratings => ratings.length > 0)
        expect(mean.n).toBe(rated.length)
        expect(mean.value).toEqual(rated.length === 0 ? null : bruteForce(items))
      }),
    )
  })

  it('does not depend on the order of items or raters', () => {
    fc.assert(
      fc.property(itemRatings, items => {
        const reversed = items.map(ratings => ratings.toReversed()).toReversed()
        expect(meanOfItemMeans(totals(reversed))).toEqual(meanOfItemMeans(totals(items)))
      }),
    )
  })

  it('stays exact where floating point does not', () => {
    const mean = meanOfItemMeans([{ ratingsPerItem: 3, items: 3, sum: 10n ** 20n + 1n }])
    expect(mean.value).toEqual(rational(10n ** 20n + 1n, 9n))
  })
})

describe('largestDisplayed', () => {
  it('marks all that look equal', () => expect(largestDisplayed(['8.00', '8.27', '8.27', null])).toEqual([1, 2]))
  it('compares as numbers', () => expect(largestDisplayed(['9.99', '10.00'])).toEqual([1]))
  it('marks nothing where there is nothing to compare', () => expect(largestDisplayed(['8.00', null])).toEqual([]))
})

describe('scoreDistribution', () => {
  it('has a bin for each score of a short scale', () => {
    const bins = scoreDistribution(
      new Map([
        [0, 2],
        [10, 1],
      ]),
      10,
      1,
    )
    expect(bins).toHaveLength(11)
    expect(bins[10]).toEqual({ firstStep: 10, lastStep: 10, count: 1 })
  })

  it('counts every rating once, whatever the bins', () => {
    const counted = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9 })))
    fc.assert(
      fc.property(counted, fc.constantFrom(1, 2, 5, 10, 20), (entries, perBin) => {
        const counts = new Map(entries)
        const bins = scoreDistribution(counts, 100, perBin)
        const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(all)
        expect(bins[0]?.firstStep).toBe(0)
        expect(bins.at(-1)?.lastStep).toBe(100)
      }),
    )
  })
})
