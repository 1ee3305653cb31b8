// Intervals cover the mean, tests find nothing where there is nothing.
import { describe, it } from 'vitest'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import type { Random } from '../random/mulberry32'
import { benjaminiHochberg } from './benjamini-hochberg'
import { clusteredMean } from './clustered-mean'
import { holm } from './holm'
import { meanInterval } from './mean-interval'
import { pairedDifference } from './paired-difference'
import { rankRanges } from './rank-ranges'
import { signFlipPermutation } from './sign-flip-permutation'
import { wilcoxonSignedRank } from './wilcoxon-signed-rank'

const times = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw)
const holds = (truth: number, { lower, upper }: { lower: number | null; upper: number | null }) =>
  (lower ?? 9e9) <= truth && truth <= (upper ?? -9e9)

/** Whole-step differences whose sign means nothing; half of them ties. */
const nothing = (random: Random, items: number) =>
  times(items, () => {
    const size = [0, 0, 0, 1, 1, 3][makeSampler(random).integer(6)] ?? 0
    return random() < 0.5 ? size : -size
  })

describe('simulations', { timeout: 60_000 }, () => {
  // Scores 0–10 are skewed towards the top, which costs a little at 30 items.
  it('the t interval covers the mean of scores', () =>
    makeRateCheck(
      random => {
        const score = () => [5, 7, 8, 8, 9, 9, 9, 10, 10, 10][makeSampler(random).integer(10)] ?? 0
        return holds(8.5, meanInterval(times(30, score)))
      },
      { atLeast: 0.925, atMost: 0.96 },
    ))

  it('the clustered interval covers, where the ordinary one would not', () =>
    makeRateCheck(
      random => {
        const { normal, integer } = makeSampler(random)
        const values = times(30, () => ({ level: normal(), size: 2 + integer(6) })).flatMap(
          ({ level, size }, cluster) => times(size, () => ({ value: level + 0.5 * normal(), cluster: `${cluster}` })),
        )
        return holds(0, clusteredMean(values))
      },
      { atLeast: 0.93, atMost: 0.96 },
    ))

  it('the clustered test finds nothing where there is nothing', () =>
    makeRateCheck(
      random => {
        const { normal } = makeSampler(random)
        const values = times(20, normal).flatMap((level, cluster) =>
          times(4, () => ({ value: level + normal(), cluster: `${cluster}` })),
        )
        return (clusteredMean(values).p ?? 1) <= 0.05
      },
      { atLeast: 0.04, atMost: 0.06 },
    ))

  it('the paired t test and its interval', () => {
    const differences = (random: Random) => times(25, makeSampler(random).normal)
    makeRateCheck(random => (pairedDifference(differences(random)).p ?? 1) <= 0.05, { atLeast: 0.045, atMost: 0.055 })
    makeRateCheck(random => holds(0, pairedDifference(differences(random))), { atLeast: 0.945, atMost: 0.955 })
  })

  it('the exact tests never reject too often, and nearly as often as they may', () => {
    const allowed = { atLeast: 0.035, atMost: 0.05 }
    makeRateCheck(random => signFlipPermutation(nothing(random, 50)).p <= 0.05, allowed)
    makeRateCheck(random => wilcoxonSignedRank(nothing(random, 50)).p <= 0.05, allowed, 1000)
  })

  it('Benjamini–Hochberg keeps the share of false discoveries', () =>
    // Six tests of nothing among ten; the others are always found. One of what was found is picked: it is false in
    // 0.05 · 6/10 of the runs.
    makeRateCheck(
      random => {
        const adjusted = benjaminiHochberg([1e-9, 1e-9, 1e-9, 1e-9, ...times(6, random)])
        const found = adjusted.filter(p => (p ?? 1) <= 0.05).length
        return random() * found < found - 4
      },
      { atLeast: 0.025, atMost: 0.03 },
    ))

  it('rank ranges of equal models all reach from first to last, except in 5 % of studies', () =>
    makeRateCheck(
      random => {
        const { normal } = makeSampler(random)
        const scores = times(3, () => times(40, normal))
        const pairs = [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const
        const tests = pairs.map(([a, b]) =>
          pairedDifference(times(40, () => 0).map((_, i) => (scores[a]?.[i] ?? 0) - (scores[b]?.[i] ?? 0))),
        )
        const adjusted = holm(tests.map(test => test.p))
        const matrix = [
          [null, adjusted[0] ?? null, adjusted[1] ?? null],
          [null, null, adjusted[2] ?? null],
          [null, null, null],
        ]
        const means = scores.map(own => meanInterval(own).value ?? 0)
        return rankRanges(means, matrix).ranges.some(({ first, last }) => first !== 1 || last !== 3)
      },
      { atLeast: 0.03, atMost: 0.05 },
      1000,
    ))
})
