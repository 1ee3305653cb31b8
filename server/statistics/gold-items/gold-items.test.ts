import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import case27 from '../gold/27-gold-items.json'
import { makeGoldCheck } from '../make-gold-check'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { goldDeviation } from './gold-deviation'
import { goldDrift } from './gold-drift'
import { goldPosterior } from './gold-posterior'

makeGoldCheck(
  case27,
  input => {
    const pairs = input.scores.given.map((given, i) => ({ given, expected: input.scores.gold[i] ?? Number.NaN }))
    const scores = goldDeviation(pairs)
    return {
      raters: input.raters.map(({ rater, correct, n }) => {
        const one = goldPosterior({ passed: correct, failed: n - correct, threshold: input.threshold })
        return {
          rater,
          accuracy: one.accuracy,
          wilson: one.lower === null ? null : [one.lower, one.upper],
          posterior_mean: one.posteriorMean,
          p_above_070: 1 - one.probabilityBelow,
          reason: one.reason,
        }
      }),
      score_gold: {
        bias: scores.bias,
        mae: scores.meanAbsoluteError,
        rmse: scores.rootMeanSquareError,
        within1: scores.withinOne,
        exact: scores.exact,
      },
    }
  },
  ['p_exact_below_070'],
)

describe('gold items', () => {
  it('flags nobody without evidence, and a careless annotator soon', () => {
    const flagged = (passed: number, failed: number) => goldPosterior({ passed, failed, threshold: 0.7 }).flagged
    expect(flagged(0, 0)).toBe(false)
    expect(flagged(0, 1)).toBe(false)
    expect(flagged(0, 2)).toBe(true)
    expect(flagged(6, 6)).toBe(false)
    expect(flagged(4, 8)).toBe(true)
  })

  it('is less likely below the threshold with every pass, and more with every failure', () => {
    const count = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 5, max: 95 }), (passed, failed, percent) => {
        const below = (more: number, less: number) =>
          goldPosterior({ passed: passed + more, failed: failed + less, threshold: percent / 100 }).probabilityBelow
        expect(below(1, 0)).toBeLessThanOrEqual(below(0, 0) + 1e-12)
        expect(below(0, 1)).toBeGreaterThanOrEqual(below(0, 0) - 1e-12)
      }),
    )
  })

  it('deviation of no scores is null, of one is that score', () => {
    expect(goldDeviation([])).toMatchObject({ bias: null, exact: null, reason: 'no-data' })
    expect(goldDeviation([{ given: 7, expected: 8 }])).toMatchObject({ bias: -1, withinOne: 1, exact: 0, reason: null })
  })

  it('drift: exact, and agrees with counting all orders', () => {
    expect(goldDrift([true, true, true, false, false])).toMatchObject({ value: 1, n: 5, reason: null })
    expect(goldDrift([true, true, true, false, false]).p).toBeCloseTo(0.1, 12)
    expect(goldDrift([true, true])).toMatchObject({ value: null, p: null, reason: 'no-variation' })
    expect(goldDrift([])).toMatchObject({ value: null, reason: 'no-data' })
  })

  it('drift: the approximation for long work is near the exact value', () => {
    const passes = Array.from({ length: 100 }, (_, place) => (place * place) % 7 !== 0 || place < 40)
    const [exact, approximate] = [goldDrift(passes).p ?? 9, goldDrift([...passes, true]).p ?? 9]
    expect(Math.abs(exact - approximate)).toBeLessThan(0.03)
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  it('drift is not found where there is none', () =>
    makeRateCheck(
      random => (goldDrift(Array.from({ length: 30 }, () => random() < 0.7)).p ?? 1) <= 0.05,
      { atLeast: 0.035, atMost: 0.05 },
      800,
    ))

  // An annotator exactly at the threshold is flagged about as often as the rule says, at one look.
  it('an annotator at the threshold is flagged in about 5 % of studies', () =>
    makeRateCheck(
      random => {
        const passed = makeSampler(random).binomial(40, 0.7)
        return goldPosterior({ passed, failed: 40 - passed, threshold: 0.7 }).flagged
      },
      { atLeast: 0.03, atMost: 0.06 },
    ))
})
