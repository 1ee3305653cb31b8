import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signTest } from '../comparisons/sign-test'
import { winTieLoss } from '../comparisons/win-tie-loss'
import case02 from '../gold/02-numacc4.json'
import case03 from '../gold/03-mean-ci-edges.json'
import case04 from '../gold/04-clustered-se.json'
import case05 from '../gold/05-paired-sleep.json'
import case06 from '../gold/06-paired-ties-everywhere.json'
import case22 from '../gold/22-multiplicity.json'
import case24 from '../gold/24-z-normalisation.json'
import case25 from '../gold/25-rank-ranges-clusters.json'
import { makeGoldCheck } from '../make-gold-check'
import { benjaminiHochberg } from './benjamini-hochberg'
import { clusteredMean } from './clustered-mean'
import { clusteredMeanReducedBias } from './clustered-mean-reduced-bias'
import { holm } from './holm'
import { meanInterval } from './mean-interval'
import { normalisedMeans } from './normalised-means'
import { pairedDifference } from './paired-difference'
import { rankRanges } from './rank-ranges'
import { raterZScores } from './rater-z-scores'
import { signFlipPermutation } from './sign-flip-permutation'
import { wilcoxonSignedRank } from './wilcoxon-signed-rank'

const limits = (interval: { lower: number | null; upper: number | null }) => [interval.lower, interval.upper]

makeGoldCheck(case02, input => {
  const pairs = Array.from({ length: (input.n - 1) / 2 }, () => [10000000.1, 10000000.3]).flat()
  const one = meanInterval([10000000.2, ...pairs])
  return { n: one.n, mean: one.value, sd: one.standardDeviation }
})

makeGoldCheck(case03, input => {
  const flags: Record<string, string> = { 'single-value': 'n<2' }
  return Object.fromEntries(
    Object.entries(input).map(([name, values]) => {
      const one = meanInterval(values)
      const { value, standardDeviation: sd, standardError: se, lower: lo, upper: hi, n, reason } = one
      return [name, { n, mean: value, sd, se, lo, hi, reason, flag: flags[reason ?? ''] ?? reason }]
    }),
  )
})

makeGoldCheck(
  case04,
  input => {
    const rows = input.rows.map(([cluster, y]) => ({ cluster: `${cluster}`, value: Number(y) }))
    const [one, reduced] = [clusteredMean(rows), clusteredMeanReducedBias(rows)]
    return {
      n: one.n,
      clusters: one.clusters,
      mean: one.value,
      se_iid: one.independentStandardError,
      se_cr1: one.standardError,
      ci_cr1_t: limits(one),
      se_cr2: reduced.standardError,
      df_cr2: reduced.degreesOfFreedom,
      ci_cr2: limits(reduced),
      design_effect_cr1: ((one.standardError ?? 0) / (one.independentStandardError ?? 0)) ** 2,
    }
  },
  ['se_cr0'],
)

/** What cases 05 and 06 ask of one comparison; `steps` are the differences in whole steps of `size`. */
function compare(steps: number[], size: number) {
  const t = pairedDifference(steps.map(step => step * size))
  const [flip, signs] = [signFlipPermutation(steps), signTest(t.wins, t.losses)]
  const ranked = (zeros: 'dropped' | 'ranked') => {
    const ranks = wilcoxonSignedRank(steps, zeros)
    return {
      n_nonzero: ranks.n,
      n_zero: steps.length - ranks.n,
      W_plus: ranks.positiveRanks,
      W_minus: ranks.negativeRanks,
      p_exact: ranks.p,
      z: ranks.z,
      p_normal: ranks.normalP,
      z_cc: ranks.correctedZ,
      p_normal_cc: ranks.correctedNormalP,
      rank_biserial: ranks.rankBiserial,
    }
  }
  return {
    paired: {
      n: t.n,
      mean_diff: t.value,
      sd_diff: t.standardDeviation,
      se: t.standardError,
      ci: t.lower === null ? null : limits(t),
      t: t.t,
      df: t.degreesOfFreedom,
      p_t: t.p,
      d_z: t.effectSize,
      wins: t.wins,
      ties: t.ties,
      losses: t.losses,
      reason: t.reason,
    },
    wilcoxon: ranked('dropped'),
    pratt: ranked('ranked'),
    perm: { p_two: flip.p, p_greater: flip.pGreater, p_less: flip.pLess, n_nonzero: flip.n },
    sign: { p_exact: signs.p, p_mid: signs.midP },
  }
}
const notOffered = ['net_wald']
const stepsOf = (a: number[], b: number[], grid = 1) => a.map((one, i) => Math.round((one - (b[i] ?? 0)) / grid))

makeGoldCheck(case05, input => compare(stepsOf(input.a, input.b, input.grid), input.grid), notOffered)

makeGoldCheck(
  case06,
  input => {
    const all = winTieLoss(6, 16, 3)
    const wtl = {
      n: all.n,
      rates: [0.24, 0.64, 0.12],
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
    }
    const edge = ({ a, b }: { a: number[]; b: number[] }) => {
      const { paired, perm, wilcoxon, sign } = compare(stepsOf(a, b), 1)
      const flag = paired.reason === 'single-value' ? 'n<2' : paired.reason
      return { ...paired, p_perm: perm.p_two, p_wilcoxon_exact: wilcoxon.p_exact, p_sign: sign.p_exact, flag }
    }
    return {
      main: { ...compare(stepsOf(input.main.a, input.main.b), 1), wtl },
      allTies: edge(input.allTies),
      onePair: edge(input.onePair),
      constantShift: edge(input.constantShift),
    }
  },
  notOffered,
)

makeGoldCheck(
  case22,
  input =>
    Object.fromEntries(
      Object.entries(input).map(([name, p]) => [
        name,
        { holm: holm(p), bh: benjaminiHochberg(p), reason: 'the p values that are null in the input' },
      ]),
    ),
  ['bonferroni', 'hochberg', 'by'],
)

makeGoldCheck(case24, input => {
  const rows = input.rows.map(([rater, item, model, score]) => ({
    rater: `${rater}`,
    item: `${item}`,
    model: `${model}`,
    score: Number(score),
  }))
  const { z, raters } = raterZScores(rows)
  const models = normalisedMeans(rows).models.map(({ model, value, n }) => [model, { mean_z: value, n_items: n }])
  const listed = raters.map(({ rater, n, mean, standardDeviation: sd, excluded }) => [rater, { n, mean, sd, excluded }])
  const reason = 'of excluded raters'
  return { raters: Object.fromEntries(listed), z, reason, model_z: Object.fromEntries(models) }
})

makeGoldCheck(
  case25,
  input => {
    const cells = input.p_upper.flatMap((row, i) => row.map((p, j) => ({ i, j, p })).filter(({ j }) => j > i))
    const adjusted = holm(cells.map(({ p }) => p))
    const matrix = input.p_upper.map(row => row.map(() => null as number | null))
    for (const [index, { i, j }] of cells.entries()) matrix[i]?.splice(j, 1, adjusted[index] ?? null)
    const entry = (p: (number | null)[][]) => {
      const { ranges, clusters } = rankRanges(input.means, p, input.alpha)
      return { rank_range: ranges.map(({ first, last }) => [first, last]), wmt_cluster: clusters }
    }
    const reason = 'one triangle'
    return { raw: entry(input.p_upper), holm: { ...entry(matrix), p_adjusted: matrix, reason } }
  },
  ['greedy_rank'],
)

const steps = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 11 })

describe('paired tests', () => {
  it('sign flips agree with trying all of them', () => {
    fc.assert(
      fc.property(steps, some => {
        const observed = some.reduce((all, one) => all + one, 0)
        let [extreme, greater] = [0, 0]
        for (let mask = 0; mask < 2 ** some.length; mask++) {
          const total = some.reduce((all, one, i) => all + ((mask >> i) % 2 === 1 ? -one : one), 0)
          if (Math.abs(total) >= Math.abs(observed)) extreme += 1
          if (total >= observed) greater += 1
        }
        const test = signFlipPermutation(some)
        expect(test.p).toBeCloseTo(extreme / 2 ** some.length, 12)
        expect(test.pGreater).toBeCloseTo(greater / 2 ** some.length, 12)
      }),
    )
  })

  it('do not depend on the unit of the steps, and mirror', () => {
    fc.assert(
      fc.property(steps, some => {
        const test = signFlipPermutation(some)
        expect(signFlipPermutation(some.map(step => 7 * step))).toEqual(test)
        const mirrored = signFlipPermutation(some.map(step => -step))
        expect(mirrored.p).toBe(test.p)
        expect(mirrored.pGreater).toBe(test.pLess)
      }),
    )
  })

  it('refuse differences that are not whole steps', () => expect(() => signFlipPermutation([0.5])).toThrow(RangeError))

  it('are exact at the size of a study, and normal beyond, nearly alike', () => {
    const many = Array.from({ length: 392 }, (_, i) => ((i * 37) % 15) - 7 + (i % 3 === 0 ? 1 : 0))
    const exact = signFlipPermutation(many)
    expect(exact.method).toBe('exact sign-flip permutation')
    expect(exact.p).toBeGreaterThan(0.05)
    expect(exact.p).toBeLessThan(0.5)
    const fine = signFlipPermutation(many.map((step, i) => step * 10_000 + (i % 2)))
    expect(fine.method).toBe('sign-flip permutation, normal approximation')
    expect(Math.abs(fine.p - exact.p)).toBeLessThan(0.01)
    expect(Math.abs(fine.pGreater - exact.pGreater)).toBeLessThan(0.01)
    expect(Math.abs(fine.pLess - exact.pLess)).toBeLessThan(0.01)
  })
})

describe('adjusted p values', () => {
  it('keep order and nulls, never get smaller, never change their input', () => {
    const p = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null })
    fc.assert(
      fc.property(fc.array(p), fc.constantFrom(holm, benjaminiHochberg), (values, adjust) => {
        const before = [...values]
        const adjusted = adjust(values)
        expect(values).toEqual(before)
        for (const [i, value] of values.entries()) {
          if (value === null) expect(adjusted[i]).toBeNull()
          else expect(adjusted[i]).toBeGreaterThanOrEqual(value * (1 - 1e-12))
        }
      }),
    )
  })
})

describe('rank ranges', () => {
  it('are in the order of the input, whatever it is', () => {
    const p = [
      [null, 0.01, 0.3],
      [null, null, 0.4],
      [null, null, null],
    ]
    expect(rankRanges([8, 6, 7], p).ranges).toEqual([
      { first: 1, last: 2 },
      { first: 2, last: 3 },
      { first: 1, last: 3 },
    ])
    const clear = [
      [null, 0.01, 0.01],
      [null, null, 0.4],
      [null, null, null],
    ]
    expect(rankRanges([6, 8, 8.5], clear).clusters).toEqual([2, 1, 1])
  })
})

describe('clusters', () => {
  it('of one value each give the ordinary interval', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 20 }), values => {
        const own = clusteredMean(values.map((value, i) => ({ value, cluster: `${i}` })))
        const plain = meanInterval(values)
        expect(own.lower ?? 0).toBeCloseTo(plain.lower ?? 0, 9)
        expect(own.upper ?? 0).toBeCloseTo(plain.upper ?? 0, 9)
      }),
    )
  })

  it('need to be two', () => {
    const one = clusteredMean([
      { value: 3, cluster: 'a' },
      { value: 5, cluster: 'a' },
    ])
    expect(one).toMatchObject({ value: 4, lower: null, p: null, reason: 'single-cluster' })
  })
})
