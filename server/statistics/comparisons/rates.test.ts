// Intervals of rates and of their differences beside Wilson's and Tango's.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import type { Random } from '../random/mulberry32'
import { clopperPearsonInterval } from './clopper-pearson-interval'
import { jeffreysInterval } from './jeffreys-interval'
import { newcombeDifference } from './newcombe-difference'
import { newcombePairedDifference } from './newcombe-paired-difference'

const holds = (truth: number, { lower, upper }: { lower: number | null; upper: number | null }) =>
  (lower ?? 9) <= truth && truth <= (upper ?? -9)
const count = fc.integer({ min: 0, max: 60 })

describe('rates', () => {
  it('mirror when successes and failures change places, and keep the value inside', () => {
    fc.assert(
      fc.property(count, count, fc.constantFrom(clopperPearsonInterval, jeffreysInterval), (x, failures, interval) => {
        fc.pre(x + failures > 0)
        const [one, other] = [interval(x, x + failures), interval(failures, x + failures)]
        expect(one.lower).toBeCloseTo(1 - (other.upper ?? Number.NaN), 9)
        expect(one.lower).toBeLessThanOrEqual(one.value ?? Number.NaN)
        expect(one.upper).toBeGreaterThanOrEqual(one.value ?? Number.NaN)
      }),
    )
  })

  it('and their differences are undefined, with a reason, without trials', () => {
    expect(clopperPearsonInterval(0, 0)).toMatchObject({ value: null, reason: 'no-data' })
    expect(jeffreysInterval(0, 0)).toMatchObject({ value: null, reason: 'no-data' })
    const none = { successes: 0, n: 0 }
    expect(newcombeDifference(none, { successes: 1, n: 2 })).toMatchObject({ value: null, reason: 'no-data' })
    const nothing = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 }
    expect(newcombePairedDifference(nothing)).toMatchObject({ value: null, reason: 'no-data' })
  })

  it('differ by the opposite when the sides change places', () => {
    fc.assert(
      fc.property(count, count, count, count, (both, firstOnly, secondOnly, neither) => {
        fc.pre(both + firstOnly + secondOnly + neither > 0)
        const one = newcombePairedDifference({ both, firstOnly, secondOnly, neither })
        const other = newcombePairedDifference({ both, firstOnly: secondOnly, secondOnly: firstOnly, neither })
        expect(one.lower).toBeCloseTo(-(other.upper ?? Number.NaN), 9)
      }),
    )
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  const rate = (random: Random, n: number) => {
    const p = 0.02 + 0.96 * random()
    return { p, successes: makeSampler(random).binomial(n, p) }
  }

  it('Clopper–Pearson never covers too rarely, Jeffreys about as often as it says', () => {
    makeRateCheck(
      random => {
        const { p, successes } = rate(random, 40)
        return holds(p, clopperPearsonInterval(successes, 40))
      },
      { atLeast: 0.955, atMost: 0.985 },
    )
    makeRateCheck(
      random => {
        const { p, successes } = rate(random, 40)
        return holds(p, jeffreysInterval(successes, 40))
      },
      { atLeast: 0.94, atMost: 0.96 },
    )
  })

  it('Newcombe covers the difference of independent rates', () =>
    makeRateCheck(
      random => {
        const [one, other] = [rate(random, 40), rate(random, 60)]
        const interval = newcombeDifference({ successes: one.successes, n: 40 }, { successes: other.successes, n: 60 })
        return holds(one.p - other.p, interval)
      },
      { atLeast: 0.945, atMost: 0.97 },
    ))

  it('Newcombe covers the difference of paired rates, cautiously', () =>
    makeRateCheck(
      random => {
        const outcomes = Array.from({ length: 60 }, () => makeSampler(random).category([0.4, 0.25, 0.1, 0.25]))
        const [both = 0, firstOnly = 0, secondOnly = 0, neither = 0] = [0, 1, 2, 3].map(
          which => outcomes.filter(one => one === which).length,
        )
        return holds(0.15, newcombePairedDifference({ both, firstOnly, secondOnly, neither }))
      },
      { atLeast: 0.945, atMost: 0.98 },
    ))
})
