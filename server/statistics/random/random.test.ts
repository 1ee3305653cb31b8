import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquareUpperTail } from '../chi-square-upper-tail'
import { mean } from '../mean'
import { standardDeviation } from '../standard-deviation'
import { drawBinomial } from './draw-binomial'
import { drawMultinomial } from './draw-multinomial'
import { mulberry32 } from './mulberry32'

const times = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw)

/** χ² p of draws against the exact probabilities; counts that are expected fewer than five times are put together. */
function fitOf(n: number, p: number, draws: number) {
  const random = mulberry32(n + 1000 * p)
  const seen = new Map<number, number>()
  for (let draw = 0; draw < draws; draw++) {
    const count = drawBinomial(n, p, random)
    seen.set(count, (seen.get(count) ?? 0) + 1)
  }
  let [statistic, cells, restSeen, restExpected] = [0, 0, draws, draws]
  for (const [count, times] of seen) {
    const expected = draws * binomialPmf(count, n, p)
    if (expected < 5) continue
    statistic += (times - expected) ** 2 / expected
    cells += 1
    restSeen -= times
    restExpected -= expected
  }
  if (restExpected > 1) {
    statistic += (restSeen - restExpected) ** 2 / restExpected
    cells += 1
  }
  return chiSquareUpperTail(statistic, cells - 1)
}

describe('drawBinomial', () => {
  // One p value per way of drawing (search from 0, rejection, both mirrored) and at the border between them.
  it.each([
    [1, 0.5],
    [12, 0.3],
    [30, 0.97],
    [39, 0.25],
    [40, 0.25],
    [41, 0.25],
    [60, 0.5],
    [150, 0.2],
    [150, 0.8],
    [1000, 0.011],
    [2000, 0.4],
    [1_000_000, 0.000_02],
  ])('of %i and %f has the exact distribution', (n, p) => {
    expect(fitOf(n, p, 60_000)).toBeGreaterThan(0.001)
  })

  it.each([
    [1_000_000, 0.1],
    [100_000_000, 0.5],
    [10_000_000, 0.999_99],
  ])('of %i and %f has its mean and variance', (n, p) => {
    const random = mulberry32(7)
    const draws = times(40_000, () => drawBinomial(n, p, random))
    const deviation = Math.sqrt(n * p * (1 - p))
    // Four standard errors of a mean and of a variance.
    expect(Math.abs(mean(draws) - n * p)).toBeLessThan((4 * deviation) / 200)
    expect(Math.abs((standardDeviation(draws) ?? 0) ** 2 / deviation ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / 40_000))
  })

  it('stays within 0 … n, is certain at the ends, and refuses what is no distribution', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer(),
        (n, p, seed) => {
          const count = drawBinomial(n, p, mulberry32(seed))
          expect(Number.isInteger(count) && count >= 0 && count <= n).toBe(true)
        },
      ),
    )
    expect([drawBinomial(9, 0, () => 0.5), drawBinomial(9, 1, () => 0.5), drawBinomial(0, 0.5, () => 0.5)]).toEqual([
      0, 9, 0,
    ])
    expect(() => drawBinomial(2.5, 0.5, () => 0.5)).toThrow(RangeError)
    expect(() => drawBinomial(2, 1.5, () => 0.5)).toThrow(RangeError)
  })
})

describe('drawMultinomial', () => {
  it('hands out every draw, and none to a cell without weight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1 }),
        fc.integer(),
        (n, weights, seed) => {
          fc.pre(weights.some(weight => weight > 0))
          const drawn = drawMultinomial(n, weights, mulberry32(seed))
          expect(drawn.reduce((all, one) => all + one, 0)).toBe(n)
          for (const [cell, count] of drawn.entries()) if (weights[cell] === 0) expect(count).toBe(0)
        },
      ),
    )
    // Next to 10¹⁶ the others vanish in the sum of the weights, which must not matter.
    expect(drawMultinomial(5, [1e16, 1, 0, 1], mulberry32(1))).toEqual([5, 0, 0, 0])
    expect(() => drawMultinomial(1, [0, 0], mulberry32(1))).toThrow(RangeError)
  })

  it('has the variances and covariances of the multinomial', () => {
    const random = mulberry32(11)
    const [n, draws] = [1_000_000, 20_000]
    const weights = [500, 300, 150, 50]
    const samples = times(draws, () => drawMultinomial(n, weights, random))
    const shares = weights.map(weight => weight / 1000)
    for (const [i, p] of shares.entries())
      for (const [j, q] of shares.entries()) {
        const product = mean(samples.map(one => ((one[i] ?? 0) - n * p) * ((one[j] ?? 0) - n * q)))
        const expected = i === j ? n * p * (1 - p) : -n * p * q
        const scale = n * Math.sqrt(p * (1 - p) * q * (1 - q))
        expect(Math.abs(product - expected) / scale).toBeLessThan(4 * Math.sqrt(2 / draws))
      }
  })
})
