import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawAgreement } from '../agreement/raw-agreement'
import { signTest } from '../comparisons/sign-test'
import case23 from '../gold/23-power-paired.json'
import case26 from '../gold/26-randomisation-position-audit.json'
import { makeGoldCheck } from '../make-gold-check'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { firstSlotWinRate } from './first-slot-win-rate'
import { minimalDetectableDifference } from './minimal-detectable-difference'
import { pairedItemsNeeded } from './paired-items-needed'
import { pairedTPower } from './paired-t-power'
import { pairedTPowerEitherSide } from './paired-t-power-either-side'
import { positionAudit } from './position-audit'
import { repeatedDetectableDifference } from './repeated-detectable-difference'
import { repeatedItemsNeeded } from './repeated-items-needed'
import { signTestDetectableNet } from './sign-test-detectable-net'
import { signTestPower } from './sign-test-power'
import { slotEffect } from './slot-effect'
import { trialsForRateWidth } from './trials-for-rate-width'

const limits = (interval: { lower: number | null; upper: number | null }) => [interval.lower, interval.upper]

const samples = (one: { omega2: number; sigma2: number; K: number } | undefined) => ({
  itemVariance: one?.omega2 ?? Number.NaN,
  firstVariance: one?.sigma2 ?? Number.NaN,
  secondVariance: one?.sigma2 ?? Number.NaN,
  firstSamples: one?.K ?? Number.NaN,
  secondSamples: one?.K ?? Number.NaN,
})

makeGoldCheck(
  case23,
  input => {
    const power = (index: number) => {
      const { n = 0, pw = 0, pl = 0 } = input.sign[index] ?? {}
      return signTestPower(n, pw, pl)
    }
    return {
      paired_t: {
        n_exact: pairedItemsNeeded(0.25, 1.6, 0.8),
        n_ceil: Math.ceil(pairedItemsNeeded(0.25, 1.6, 0.8)),
        power_n52: pairedTPower(52, 0.5 / 2),
        n_d02_power90: pairedItemsNeeded(0.2, 1, 0.9),
      },
      // The normal formula is Miller's, without any spread of repeated answers.
      normal_approx: {
        n_delta025_sd16: repeatedItemsNeeded(0.25, samples({ omega2: 1.6 ** 2, sigma2: 0, K: 1 })),
        mde_n392: repeatedDetectableDifference(392, samples({ omega2: 1.6 ** 2, sigma2: 0, K: 1 })),
      },
      miller: {
        n: repeatedItemsNeeded(0.03, samples(input.miller[0])),
        n_K10: repeatedItemsNeeded(0.03, samples(input.miller[1])),
        mde_n198_K5: repeatedDetectableDifference(198, samples(input.miller[2])),
      },
      power_two_sided_both_tails: { n20_d05: pairedTPowerEitherSide(20, 0.5) },
      proportion_halfwidth: { n_for_wilson_halfwidth_05_at_p50: Math.ceil(trialsForRateWidth(0.05)) },
      sign_test: {
        power_n52_pw40_pl30: power(0),
        power_n100_pw45_pl25: power(1),
        power_n200_pw45_pl30: power(2),
      },
    }
  },
  // mde_n392 is 0.2269495 there: R's root finder stops at 1.2e-4, just beyond the case's own tolerance. See below.
  ['paired_t.mde_n392'],
)

const audit = (shown: number[][]) => {
  const { n, q, degreesOfFreedom, p } = positionAudit(shown)
  return { n_prompts: n, Q: q, df: degreesOfFreedom, p }
}

makeGoldCheck(
  case26,
  input => {
    const first = firstSlotWinRate(input.votes.first_wins, input.votes.second_wins)
    const labels = ['A', 'B', 'tie']
    const swaps = rawAgreement(input.swaps.map(pair => pair.map(label => labels.indexOf(label))))
    const slots = slotEffect(
      input.slot_rows.rows.map(([block, model, slot, score]) => ({
        block: `${block}`,
        model: `${model}`,
        slot: Number(slot),
        score: Number(score),
      })),
    )
    const [s2, s3] = slots.differences
    return {
      three: audit(input.model_by_slot_3),
      two: audit(input.model_by_slot_2),
      two_binomial_p: signTest(60, 40).p,
      first_position: { rate: first.rate.value, wilson: limits(first.rate), p_exact: first.test.p },
      swap_consistency: {
        n: swaps.n,
        consistent: Math.round(swaps.n * (swaps.value ?? 0)),
        rate: swaps.value,
        wilson: limits(swaps),
      },
      slot_effect: {
        F: slots.f,
        df1: slots.numeratorDegrees,
        df2: slots.denominatorDegrees,
        p: slots.p,
        model_minus_A: Object.fromEntries(slots.models.map(({ model, value }) => [model, value])),
        slot_minus_slot1: { s2: s2?.value, s3: s3?.value, se2: s2?.standardError, se3: s3?.standardError },
      },
    }
  },
  ['naive_pearson'],
)

describe('position audit', () => {
  it('has nothing to say about one model, no item, or items that miss a model', () => {
    expect(positionAudit([[5]])).toMatchObject({ q: null, p: null, reason: 'no-data' })
    expect(
      positionAudit([
        [0, 0],
        [0, 0],
      ]).reason,
    ).toBe('no-data')
    expect(
      positionAudit([
        [3, 2],
        [2, 2],
      ]),
    ).toMatchObject({ p: null, reason: 'incomplete' })
  })

  it('of two models is the square of the binomial z', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
        const { q } = positionAudit([
          [a, b],
          [b, a],
        ])
        expect(q).toBeCloseTo((a - b) ** 2 / (a + b), 9)
      }),
    )
  })

  it('of slots needs rows enough', () => {
    const one = { block: 'a', model: 'A', slot: 1, score: 3 }
    expect(slotEffect([one])).toMatchObject({ f: null, p: null, reason: 'too-few-observations' })
  })
})

describe('planning', { timeout: 60_000 }, () => {
  it("agrees with SciPy 1.17.1's noncentral t, solved to the last digit", () => {
    expect(minimalDetectableDifference(392, 1.6, 0.8)).toBeCloseTo(0.22696024811704263, 10)
    expect(pairedItemsNeeded(0.25, 1.6, 0.8)).toBeCloseTo(323.41609855661204, 7)
  })

  it('items, difference and power fit each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 2000 }),
        fc.double({ min: 0.3, max: 0.95, noNaN: true }),
        (items, power) => {
          const smallest = minimalDetectableDifference(items, 1, power) ?? Number.NaN
          expect(pairedTPower(items, smallest)).toBeCloseTo(power, 8)
          expect(pairedItemsNeeded(smallest, 1, power)).toBeCloseTo(items, 3)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('finds nothing with equal chances more often than the level', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.double({ min: 0, max: 0.5, noNaN: true }), (n, p) => {
        expect(signTestPower(n, p, p)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
    )
  })

  // Computed independently with SciPy 1.17.1: all outcomes of the test enumerated, solved by brentq.
  it('the detectable net win rate is the one that has the power, or there is none', () => {
    expect(signTestDetectableNet(52, 0.3).value).toBeCloseTo(0.33284955276941, 9)
    const found = signTestDetectableNet(392, 0.4).value ?? Number.NaN
    expect(found).toBeCloseTo(0.11165399504196123, 9)
    expect(signTestPower(392, 0.3 + found / 2, 0.3 - found / 2)).toBeCloseTo(0.8, 8)
    expect(signTestDetectableNet(5, 0)).toMatchObject({ value: null, reason: 'too-few-observations' })
    expect(signTestDetectableNet(9, 1)).toMatchObject({ value: null, reason: 'no-data' })
    // Normal approximation: 2.8 · √(0.8/100,000).
    expect(signTestDetectableNet(100_000, 0.2).value).toBeCloseTo(0.00793, 4)
  })

  it('on either side, nothing is found as often as the level says, and something more often than on one side', () => {
    expect(pairedTPowerEitherSide(25, 0)).toBeCloseTo(0.05, 8)
    expect(pairedTPowerEitherSide(25, 0.1)).toBeGreaterThan(pairedTPower(25, 0.1))
  })

  it('repeated answers: items and difference fit each other, and answers cannot replace items', () => {
    const many = samples({ omega2: 0.1, sigma2: 0.2, K: 1e9 })
    const needed = repeatedItemsNeeded(0.05, many)
    expect(repeatedDetectableDifference(needed, many)).toBeCloseTo(0.05, 12)
    expect(needed).toBeCloseTo(repeatedItemsNeeded(0.05, samples({ omega2: 0.1, sigma2: 0, K: 1 })), 3)
    expect(repeatedDetectableDifference(1, many)).toBeNull()
  })

  it('one item finds nothing, two something, and no difference is never found', () => {
    expect(minimalDetectableDifference(1, 1)).toBeNull()
    expect(minimalDetectableDifference(2, 1)).toBeGreaterThan(1)
    expect(pairedItemsNeeded(0, 1)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  it('Q is not found in a random order', () => {
    makeRateCheck(
      random => {
        const { shuffled } = makeSampler(random)
        const shown = [0, 1, 2].map(() => [0, 0, 0])
        for (let item = 0; item < 90; item++)
          for (const [slot, model] of shuffled([0, 1, 2]).entries())
            shown[model]?.splice(slot, 1, (shown[model]?.[slot] ?? 0) + 1)
        return (positionAudit(shown).p ?? 1) <= 0.05
      },
      { atLeast: 0.04, atMost: 0.06 },
      1000,
    )
  })

  it('a slot effect is not found where there is none', () =>
    makeRateCheck(
      random => {
        const { normal, shuffled } = makeSampler(random)
        const rows = Array.from({ length: 20 }, (_, item) => {
          const level = normal()
          return shuffled(['A', 'B', 'C']).map((model, slot) => ({
            block: `${item}`,
            model,
            slot,
            score: level + (model === 'A' ? 1 : 0) + normal(),
          }))
        })
        return (slotEffect(rows.flat()).p ?? 1) <= 0.05
      },
      { atLeast: 0.04, atMost: 0.06 },
      800,
    ))

  it('the first slot does not win where order does not matter', () =>
    makeRateCheck(
      random => {
        const first = makeSampler(random).binomial(100, 0.5)
        return firstSlotWinRate(first, 100 - first).test.p <= 0.05
      },
      { atLeast: 0.025, atMost: 0.05 },
    ))

  it('power is how often the tests find a difference', () => {
    const win = (random: () => number) => {
      const outcomes = Array.from({ length: 100 }, () => makeSampler(random).category([0.45, 0.3, 0.25]))
      const count = (which: number) => outcomes.filter(outcome => outcome === which).length
      return signTest(count(0), count(2)).p <= 0.05
    }
    makeRateCheck(win, { atLeast: 0.634, atMost: 0.634 }, 1000)
  })
})
