import { describe, expect, it } from 'vitest'
import case29 from '../gold/29-sequential-anytime.json'
import { makeGoldCheck } from '../make-gold-check'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { boundedMeanSequence } from './bounded-mean-sequence'
import { meanSequence } from './mean-sequence'
import { monitorVotes } from './monitor-votes'

const words = { W: 'win', T: 'tie', L: 'loss' } as const

makeGoldCheck(
  case29,
  input => {
    const path = monitorVotes([...input.outcomes].map(letter => words[letter as keyof typeof words]))
    const limitsAt = (n: number) => {
      const { lower, upper } = meanSequence(input.differences.slice(0, n), input.t_star)
      return [lower, upper]
    }
    const boundedAt = (n: number) => {
      // Differences of scores 0–10, on the 0–1 scale of the case.
      const shown = input.differences.slice(0, n)
      const { lower, upper } = boundedMeanSequence(shown, { least: -10, most: 10 })
      return [lower, upper]
    }
    const unit = (limits: (number | null)[]) => limits.map(limit => ((limit ?? Number.NaN) + 10) / 20)
    return {
      empirical_bernstein: {
        scale: 'x=(d+10)/20',
        n10: unit(boundedAt(10)),
        n30: unit(boundedAt(30)),
        diff_n30: boundedAt(30),
      },
      sign_path: path.map(one => ({
        w: one.wins,
        l: one.losses,
        e: one.eValue,
        anytime_p: one.anytimeP,
        cs: [one.lower, one.upper],
      })),
      first_reject_n: path.findIndex(one => one.anytimeP <= input.alpha) + 1,
      asymptotic_cs: { n10: limitsAt(10), n20: limitsAt(20), n30: limitsAt(30) },
    }
  },
  ['rho2'],
)

describe('monitoring', () => {
  it('says nothing before the first decided vote', () =>
    expect(monitorVotes(['tie'])).toEqual([{ wins: 0, losses: 0, eValue: 1, anytimeP: 1, lower: 0, upper: 1 }]))

  it('has no limits for one value, and no value for none', () => {
    expect(meanSequence([3], 50)).toMatchObject({ value: 3, lower: null, reason: 'single-value' })
    expect(meanSequence([], 50)).toMatchObject({ value: null, reason: 'no-data' })
  })
})

describe('boundedMeanSequence', () => {
  it('keeps the mean, has a width from the first value on, and refuses what is out of range', () => {
    const range = { least: 0, most: 10 }
    expect(boundedMeanSequence([], range)).toMatchObject({ value: null, reason: 'no-data' })
    const one = boundedMeanSequence([8, 9], range)
    expect(one.value).toBeCloseTo(8.5, 12)
    expect(one.lower).toBeLessThan(8.5)
    expect(() => boundedMeanSequence([11], range)).toThrow(RangeError)
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  // The path ends after 100 votes, so that not all of the 5 % are used up.
  it('looking after every one of 100 fair votes raises a false alarm in at most 5 % of studies', () =>
    makeRateCheck(
      random => {
        const votes = Array.from({ length: 100 }, () => (random() < 0.5 ? ('win' as const) : ('loss' as const)))
        return (monitorVotes(votes).at(-1)?.anytimeP ?? 1) <= 0.05
      },
      { atLeast: 0.005, atMost: 0.05 },
      500,
    ))

  // Cautious: the limits hold for ever, not only for 200 values.
  it('the sequence of means covers at all sizes together', () =>
    makeRateCheck(
      random => {
        const values = Array.from({ length: 200 }, makeSampler(random).normal)
        return [20, 30, 50, 80, 120, 200].every(size => {
          const { lower, upper } = meanSequence(values.slice(0, size), 50)
          return (lower ?? 9) <= 0 && 0 <= (upper ?? -9)
        })
      },
      { atLeast: 0.95, atMost: 1 },
      1000,
    ))

  // Valid at any size, so cautious at most of them.
  it('the bounded sequence covers at all sizes together', () =>
    makeRateCheck(
      random => {
        const values = Array.from({ length: 120 }, () => (random() < 0.7 ? 10 : 10 * random()))
        return [1, 2, 5, 10, 20, 40, 80, 120].every(size => {
          const { lower, upper } = boundedMeanSequence(values.slice(0, size), { least: 0, most: 10 })
          return (lower ?? 99) <= 8.5 && 8.5 <= (upper ?? -99)
        })
      },
      { atLeast: 0.95, atMost: 1 },
      1000,
    ))
})
