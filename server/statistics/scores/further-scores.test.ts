// Macro means, length, z-scores, bootstrap, few clusters: what stands beside the headline figures.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { meanOfItemMeans } from '../mean-of-item-means'
import { mulberry32 } from '../random/mulberry32'
import { rational } from '../rational'
import { additiveAdjustedDifferences } from './additive-adjusted-differences'
import { bootstrapMean } from './bootstrap-mean'
import { clusteredMean } from './clustered-mean'
import { clusteredMeanReducedBias } from './clustered-mean-reduced-bias'
import { lengthAdjustedDifference } from './length-adjusted-difference'
import { macroMean } from './macro-mean'
import { normalisedMeans } from './normalised-means'
import { probabilityOfSuperiority } from './probability-of-superiority'
import { wilcoxonSignedRank } from './wilcoxon-signed-rank'

const times = <T>(n: number, draw: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => draw(index))
const holds = (truth: number, one: { lower: number | null; upper: number | null } | undefined) =>
  (one?.lower ?? 9e9) <= truth && truth <= (one?.upper ?? -9e9)

describe('macroMean', () => {
  const category = (sum: bigint, items: number) => meanOfItemMeans([{ ratingsPerItem: 1, items, sum }])

  it('gives every category that has ratings the same weight, exactly', () => {
    const one = macroMean([category(9n, 1), category(700n, 100), meanOfItemMeans([])])
    expect(one).toEqual({ value: rational(8n), n: 2, method: 'mean of category means' })
    expect(macroMean([category(1n, 3), category(1n, 3), category(1n, 3)]).value).toEqual(rational(1n, 3n))
    expect(macroMean([meanOfItemMeans([])])).toMatchObject({ value: null, n: 0 })
  })
})

describe('lengthAdjustedDifference', () => {
  const rows = [
    [2, 820, 640],
    [1, 450, 460],
    [-1, 300, 390],
    [3, 900, 500],
    [0, 610, 600],
    [1, 720, 700],
    [2, 880, 650],
    [-2, 350, 520],
    [0, 400, 410],
    [1, 560, 480],
  ].map(([difference = 0, firstLength = 0, secondLength = 0]) => ({ difference, firstLength, secondLength }))

  it("agrees with SciPy 1.17.1's linregress", () => {
    const one = lengthAdjustedDifference(rows)
    expect(one.value).toBeCloseTo(0.37722985542836496, 12)
    expect(one.standardError).toBeCloseTo(0.13777966781525422, 12)
    expect(one.lower).toBeCloseTo(0.0595093716993324, 10)
    expect(one.upper).toBeCloseTo(0.6949503391573975, 10)
    expect(one.p).toBeCloseTo(0.02553115830334964, 12)
    expect(one.slope.value).toBeCloseTo(10.431152660092467, 10)
    expect(one.unadjusted).toBeCloseTo(0.7, 12)
  })

  it('mirrors when the models change places', () => {
    const back = rows.map(({ difference, firstLength, secondLength }) => ({
      difference: -difference,
      firstLength: secondLength,
      secondLength: firstLength,
    }))
    const [one, other] = [lengthAdjustedDifference(rows), lengthAdjustedDifference(back)]
    expect(other.value).toBeCloseTo(-(one.value ?? Number.NaN), 12)
    expect(other.slope.value).toBeCloseTo(one.slope.value ?? Number.NaN, 10)
  })

  it('is undefined, with a reason, where length tells nothing', () => {
    const alike = rows.map(row => ({ ...row, firstLength: 300, secondLength: 200 }))
    expect(lengthAdjustedDifference(alike)).toMatchObject({ value: null, reason: 'no-variation', unadjusted: 0.7 })
    expect(lengthAdjustedDifference(rows.slice(0, 2))).toMatchObject({ value: null, reason: 'too-few-observations' })
    expect(lengthAdjustedDifference([])).toMatchObject({ value: null, unadjusted: null, reason: 'no-data' })
    expect(() => lengthAdjustedDifference([{ difference: 1, firstLength: 0, secondLength: 3 }])).toThrow(RangeError)
  })
})

describe('bootstrapMean', () => {
  it('is undefined, with a reason, where nothing varies, and moves with its values', () => {
    const options = () => ({ random: mulberry32(1), replicates: 200 })
    expect(bootstrapMean([], options())).toMatchObject({ value: null, bca: null, reason: 'no-data' })
    expect(bootstrapMean([4], options())).toMatchObject({ value: 4, bca: null, reason: 'single-value' })
    expect(bootstrapMean([4, 4], options())).toMatchObject({ value: 4, bca: null, reason: 'zero-variance' })
    const scores = [5, 7, 8, 8, 9, 10, 10, 3]
    const [one, moved] = [
      bootstrapMean(scores, options()),
      bootstrapMean(
        scores.map(score => score + 2),
        options(),
      ),
    ]
    expect(moved.bca?.[0]).toBeCloseTo((one.bca?.[0] ?? Number.NaN) + 2, 10)
    expect(moved.bca?.[1]).toBeCloseTo((one.bca?.[1] ?? Number.NaN) + 2, 10)
  })
})

describe('clusteredMeanReducedBias', () => {
  it('with equal clusters is CR1 with G − 1 degrees of freedom', () => {
    const values = times(24, index => ({ value: (index * 7) % 11, cluster: `${index % 6}` }))
    const [reduced, simple] = [clusteredMeanReducedBias(values), clusteredMean(values)]
    expect(reduced.standardError).toBeCloseTo(simple.standardError ?? Number.NaN, 12)
    expect(reduced.degreesOfFreedom).toBeCloseTo(5, 10)
    expect(reduced.upper).toBeCloseTo(simple.upper ?? Number.NaN, 10)
  })

  it('has no interval for one cluster', () =>
    expect(clusteredMeanReducedBias([{ value: 3, cluster: 'a' }])).toMatchObject({
      value: 3,
      lower: null,
      degreesOfFreedom: null,
      reason: 'single-cluster',
    }))
})

describe('probabilityOfSuperiority', () => {
  it('counts pairs, ties half, and mirrors', () => {
    const values = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(values, values, (x, y) => {
        const wins = x.flatMap(a => y.map(b => (Math.sign(a - b) + 1) / 2)).reduce((all, one) => all + one, 0)
        expect(probabilityOfSuperiority(x, y).value).toBeCloseTo(wins / (x.length * y.length), 12)
      }),
    )
    expect(probabilityOfSuperiority([], [1])).toMatchObject({ value: null, reason: 'no-data' })
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  it('the BCa interval covers the mean of skewed scores', () =>
    makeRateCheck(
      random => {
        const score = () => [5, 7, 8, 8, 9, 9, 9, 10, 10, 10][makeSampler(random).integer(10)] ?? 0
        const { bca } = bootstrapMean(times(40, score), { random, replicates: 400 })
        return (bca?.[0] ?? 99) <= 8.5 && 8.5 <= (bca?.[1] ?? -99)
      },
      // Bootstrap intervals of 40 values are a little too narrow.
      { atLeast: 0.92, atMost: 0.96 },
      1000,
    ))

  it('few and unequal clusters are covered by CR2, not by CR1', () => {
    const draw = (random: () => number) => {
      const { normal } = makeSampler(random)
      return [24, 12, 6, 3, 2, 2, 1, 1].flatMap((size, cluster) => {
        const level = 0.4 * normal()
        return times(size, () => ({ value: level + normal(), cluster: `${cluster}` }))
      })
    }
    makeRateCheck(random => holds(0, clusteredMeanReducedBias(draw(random))), { atLeast: 0.93, atMost: 0.975 })
    makeRateCheck(random => holds(0, clusteredMean(draw(random))), { atLeast: 0.8, atMost: 0.93 })
  })

  it('the difference at equal length covers, and finds nothing where length is all', () => {
    const draw = (random: () => number) =>
      times(40, () => {
        const { normal } = makeSampler(random)
        const [firstLength, secondLength] = [500 * Math.exp(0.4 * normal()), 400 * Math.exp(0.4 * normal())]
        const difference = (4 * (firstLength - secondLength)) / (firstLength + secondLength) + normal()
        return { difference, firstLength, secondLength }
      })
    makeRateCheck(random => holds(0, lengthAdjustedDifference(draw(random))), { atLeast: 0.94, atMost: 0.96 })
    makeRateCheck(random => (lengthAdjustedDifference(draw(random)).p ?? 1) <= 0.05, { atLeast: 0.04, atMost: 0.06 })
    makeRateCheck(random => holds(4, lengthAdjustedDifference(draw(random)).slope), { atLeast: 0.94, atMost: 0.96 })
  })

  it('z-scores of equal models hardly ever differ from 0, however severe raters are', () =>
    makeRateCheck(
      random => {
        const { normal } = makeSampler(random)
        const raters = times(4, rater => ({ rater: `${rater}`, level: 5 + 2 * normal(), spread: 0.5 + random() }))
        const ratings = times(40, item =>
          ['A', 'B'].map(model => {
            const { rater, level, spread } = raters[item % 4] ?? { rater: '', level: 0, spread: 1 }
            return { rater, item: `${item}`, model, score: level + spread * normal() }
          }),
        ).flat()
        return holds(0, normalisedMeans(ratings).models[0])
      },
      // Centring with the raters' own means makes z-scores of two models lean away from each other: cautious by nature.
      { atLeast: 0.98, atMost: 1 },
      1000,
    ))

  it('differences beside items and raters cover', () =>
    makeRateCheck(
      random => {
        const { normal, integer } = makeSampler(random)
        const severity = times(4, normal)
        const ratings = times(30, item => {
          const level = normal()
          return ['A', 'B'].map(model => {
            const rater = integer(4)
            const score = level + (severity[rater] ?? 0) + (model === 'B' ? -0.5 : 0) + normal()
            return { item: `${item}`, rater: `${rater}`, model, score }
          })
        }).flat()
        return holds(-0.5, additiveAdjustedDifferences(ratings, 'A')[0])
      },
      { atLeast: 0.94, atMost: 0.96 },
      1000,
    ))

  it('Pratt never rejects too often, and the normal approximations about as often as they say', () => {
    const steps = (random: () => number) =>
      times(40, () => {
        const size = [0, 0, 0, 1, 1, 3][makeSampler(random).integer(6)] ?? 0
        return random() < 0.5 ? size : -size
      })
    makeRateCheck(
      random => wilcoxonSignedRank(steps(random), 'ranked').p <= 0.05,
      { atLeast: 0.03, atMost: 0.05 },
      1000,
    )
    makeRateCheck(
      random => (wilcoxonSignedRank(steps(random)).normalP ?? 1) <= 0.05,
      { atLeast: 0.03, atMost: 0.06 },
      1000,
    )
    makeRateCheck(
      random => (wilcoxonSignedRank(steps(random)).correctedNormalP ?? 1) <= 0.05,
      { atLeast: 0.03, atMost: 0.06 },
      1000,
    )
  })
})
