import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import case08 from '../gold/08-proportion-intervals.json'
import case09 from '../gold/09-proportion-differences.json'
import case10 from '../gold/10-wtl-ccbench.json'
import { makeGoldCheck } from '../make-gold-check'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import type { Random } from '../random/mulberry32'
import { holm } from '../scores/holm'
import { clopperPearsonInterval } from './clopper-pearson-interval'
import { jeffreysInterval } from './jeffreys-interval'
import { largestRemainderPercentages } from './largest-remainder-percentages'
import { newcombeDifference } from './newcombe-difference'
import { newcombePairedDifference } from './newcombe-paired-difference'
import { signTest } from './sign-test'
import { tangoInterval } from './tango-interval'
import { wilsonInterval } from './wilson-interval'
import { winTieLoss } from './win-tie-loss'

const limits = (interval: { lower: number | null; upper: number | null }) => [interval.lower, interval.upper]

makeGoldCheck(
  case08,
  input =>
    input.pairs.map(([x = 0, n = 0]) => {
      const interval = wilsonInterval(x, n)
      return {
        x,
        n,
        p: interval.value,
        wilson: limits(interval),
        clopper_pearson: limits(clopperPearsonInterval(x, n)),
        jeffreys: limits(jeffreysInterval(x, n)),
        p_half: signTest(x, n - x).p,
      }
    }),
  ['wilson_cc', 'agresti_coull'],
)

makeGoldCheck(
  case09,
  input => ({
    independent: input.independent.map(([x1 = 0, n1 = 0, x2 = 0, n2 = 0]) => {
      const one = newcombeDifference({ successes: x1, n: n1 }, { successes: x2, n: n2 })
      return { x1, n1, x2, n2, diff: one.value, newcombe10: limits(one) }
    }),
    paired: input.paired.map(([a = 0, b = 0, c = 0, d = 0]) => {
      const net = tangoInterval(b, a + d, c)
      const test = signTest(b, c)
      const rates = newcombePairedDifference({ both: a, firstOnly: b, secondOnly: c, neither: d })
      return {
        a,
        b,
        c,
        d,
        diff: net.value,
        tango: limits(net),
        newcombe_paired_cc: limits(rates),
        mcnemar_exact: test.p,
        mcnemar_mid: test.midP,
      }
    }),
  }),
  ['mcnemar_z'],
)

makeGoldCheck(
  case10,
  input => {
    const rows = Object.entries(input.counts).map(([model, [wins = 0, ties = 0, losses = 0]]) => {
      const all = winTieLoss(wins, ties, losses)
      return [
        model,
        {
          n: all.n,
          rates: [wins / all.n, ties / all.n, losses / all.n],
          net: all.net.value,
          se_net: all.netStandardError,
          net_tango: limits(all.net),
          score: all.score.value,
          score_se: (all.netStandardError ?? Number.NaN) / 2,
          score_tango: limits(all.score),
          win_wilson: limits(all.winRate),
          decisive_win_rate: all.decisiveWinRate.value,
          decisive_wilson: limits(all.decisiveWinRate),
          sign: { p_exact: all.signTest.p, p_mid: all.signTest.midP },
          display_sum100: all.percentages,
        },
      ] as const
    })
    const adjusted = holm(rows.map(([, row]) => row.sign.p_exact))
    return { ...Object.fromEntries(rows), holm: Object.fromEntries(rows.map(([model], i) => [model, adjusted[i]])) }
  },
  ['net_wald', 'display_plain'],
)

const count = fc.integer({ min: 0, max: 400 })

describe('winTieLoss', () => {
  it('is undefined with a reason, never 0, without comparisons', () => {
    const none = winTieLoss(0, 0, 0)
    expect(none.net).toMatchObject({ value: null, lower: null, upper: null, reason: 'no-data' })
    expect(none.score.value).toBeNull()
    expect(none.percentages).toBeNull()
  })

  it('has no decisive rate when everything is a tie', () =>
    expect(winTieLoss(0, 7, 0).decisiveWinRate).toMatchObject({ value: null, n: 0, reason: 'no-data' }))

  it('mirrors when the sides are swapped, and keeps the value inside its interval', () => {
    fc.assert(
      fc.property(count, count, count, (wins, ties, losses) => {
        fc.pre(wins + ties + losses > 0)
        const [one, other] = [tangoInterval(wins, ties, losses), tangoInterval(losses, ties, wins)]
        expect(one.lower).toBeCloseTo(-(other.upper ?? Number.NaN), 9)
        expect(one.lower).toBeLessThanOrEqual(one.value ?? Number.NaN)
        expect(one.upper).toBeGreaterThanOrEqual(one.value ?? Number.NaN)
        expect(one.lower).toBeGreaterThanOrEqual(-1)
        expect(one.upper).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('prints percentages that sum to 100 and are less than a unit from the exact ones', () => {
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 2 }),
        (counts, decimals) => {
          const total = counts.reduce((all, one) => all + one, 0)
          const shown = largestRemainderPercentages(counts, decimals)
          if (total === 0) {
            expect(shown).toBeNull()
            return
          }
          const units = (shown ?? []).map(text => Number(text.replace('.', '')))
          expect(units.reduce((all, one) => all + one, 0)).toBe(100 * 10 ** decimals)
          for (const [index, one] of counts.entries())
            expect(Math.abs((units[index] ?? -1) / 10 ** decimals - (100 * one) / total)).toBeLessThan(10 ** -decimals)
        },
      ),
    )
  })

  it('gives equal remainders to the larger count, then to the first listed', () => {
    expect(largestRemainderPercentages([1, 1, 1])).toEqual(['33.4', '33.3', '33.3'])
    expect(largestRemainderPercentages([15, 9, 28])).toEqual(['28.8', '17.3', '53.9'])
    expect(largestRemainderPercentages([1, 2], 0)).toEqual(['33', '67'])
  })

  it('tests the same from either side, and mid-p is never larger', () => {
    fc.assert(
      fc.property(count, count, (wins, losses) => {
        const test = signTest(wins, losses)
        expect(signTest(losses, wins)).toEqual(test)
        expect(test.midP).toBeLessThanOrEqual(test.p)
        expect(test.midP).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  it('Wilson covers, averaged over p', () =>
    makeRateCheck(
      random => {
        const p = 0.02 + 0.96 * random()
        const { lower, upper } = wilsonInterval(makeSampler(random).binomial(40, p), 40)
        return (lower ?? 2) <= p && p <= (upper ?? -2)
      },
      { atLeast: 0.945, atMost: 0.96 },
    ))

  it('Tango covers the net rate, with a quarter of ties', () =>
    makeRateCheck(
      random => {
        const outcomes = Array.from({ length: 52 }, () => makeSampler(random).category([0.45, 0.25, 0.3]))
        const [wins = 0, ties = 0, losses = 0] = [0, 1, 2].map(which => outcomes.filter(one => one === which).length)
        const { lower, upper } = tangoInterval(wins, ties, losses)
        return (lower ?? 2) <= 0.15 && 0.15 <= (upper ?? -2)
      },
      { atLeast: 0.945, atMost: 0.96 },
    ))

  const fairCoin = (random: Random) => {
    const wins = makeSampler(random).binomial(60, 0.5)
    return signTest(wins, 60 - wins)
  }

  it('the exact sign test never rejects too often', () =>
    makeRateCheck(random => fairCoin(random).p <= 0.05, { atLeast: 0.02, atMost: 0.05 }))

  it('mid-p rejects about as often as it says', () =>
    makeRateCheck(random => fairCoin(random).midP <= 0.05, { atLeast: 0.04, atMost: 0.06 }))

  it('Holm keeps the chance of any false alarm below the level', () =>
    makeRateCheck(random => holm([random(), random(), random(), random()]).some(p => (p ?? 1) <= 0.05), {
      atLeast: 0.045,
      atMost: 0.05,
    }))
})
