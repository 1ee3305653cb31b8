import { describe, expect, it } from 'vitest'
import { at } from '../at'
import case19 from '../gold/19-bt-ties-springall.json'
import case20 from '../gold/20-bt-separation-zero-wins.json'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { mulberry32, type Random } from '../random/mulberry32'
import { bootstrapBradleyTerry } from './bootstrap-bradley-terry'
import { bootstrapBradleyTerryByCluster } from './bootstrap-bradley-terry-by-cluster'
import { bradleyTerry } from './bradley-terry'
import { comparedPairs } from './compared-pairs'
import type { Comparison } from './comparison'
import { countPairs } from './count-pairs'
import { fitPairedLogit } from './fit-paired-logit'
import type { PairCounts } from './pair-counts'
import { refitStrengths } from './refit-strengths'

const options = (seed: number, replicates = 1000) => ({ random: mulberry32(seed), replicates })
const scaled = ({ wins, ties }: PairCounts, factor: number) => ({
  wins: wins.map(row => row.map(count => factor * count)),
  ties: ties.map(row => row.map(count => factor * count)),
})

describe('bootstrapBradleyTerry', () => {
  it("agrees with the sandwich errors of Springall's samples, of which many tie", () => {
    // Ten times as much, so that samples are far from separated; errors shrink by √10 (arena-rank's, gold case 19).
    const result = bootstrapBradleyTerry(scaled(case19.input, 10), options(3))
    expect(result).toMatchObject({ reason: null, replicates: 1000, undefinedReplicates: 0 })
    for (const [item, strength] of (result.strengths ?? []).entries()) {
      expect(strength.value).toBeCloseTo(at(case19.expected.bt.beta_sum_zero, item), 6)
      const ratio = (strength.standardError * Math.sqrt(10)) / at(case19.expected.bt.se_sandwich_sum_zero, item)
      expect(Math.abs(ratio - 1)).toBeLessThan(0.1)
    }
  })

  it('fits its samples as exactly as a single fit', () => {
    const whole = fitPairedLogit(9, comparedPairs(case19.input), false)
    if (whole === null) throw new Error('The samples of Springall are connected.')
    const refit = refitStrengths(whole)
    for (const factor of [1, 3, 40]) {
      // Wins of one side many times over: far from where the steps start.
      const wins = case19.input.wins.map((row, i) => row.map(count => (i < 4 ? factor * count : count + 1)))
      const other = comparedPairs({ wins, ties: case19.input.ties })
      const [fast, slow] = [refit(other), fitPairedLogit(9, other, false)?.beta]
      for (const [item, value] of (slow ?? []).entries()) expect(fast?.[item]).toBeCloseTo(value, 9)
      expect(slow).toHaveLength(9)
    }
  })

  it('is the same for the same seed, and tells a million votes from each other', () => {
    const counts: PairCounts = {
      wins: [
        [0, 260_000, 300_000],
        [140_000, 0, 100_000],
        [100_000, 99_000, 0],
      ],
      ties: [0, 1, 2].map(() => [0, 0, 0]),
    }
    const [one, again] = [
      bootstrapBradleyTerry(counts, options(5, 300)),
      bootstrapBradleyTerry(counts, options(5, 300)),
    ]
    expect(one).toEqual(again)
    expect(one.n).toBe(999_000)
    expect(one.strengths?.map(({ firstRank, lastRank }) => [firstRank, lastRank])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    for (const { value, lower, upper } of one.strengths ?? []) {
      expect(lower).toBeLessThan(value)
      expect(upper).toBeGreaterThan(value)
    }
  })

  it('cannot tell equal models apart', () => {
    const even = [0, 1, 2].map(i => [0, 1, 2].map(j => (i === j ? 0 : 50)))
    const { strengths } = bootstrapBradleyTerry(
      { wins: even, ties: even.map(row => row.map(() => 0)) },
      options(1, 200),
    )
    expect(strengths?.map(({ firstRank, lastRank }) => [firstRank, lastRank])).toEqual([0, 1, 2].map(() => [1, 3]))
  })

  it('reports separated, disconnected and nearly separated comparisons instead of fitting them', () => {
    const names = ['A', 'B', 'C']
    const chain = countPairs(
      3,
      case20.input.chain.wins.map(([first, second, count]) => ({
        first: names.indexOf(`${first}`),
        second: names.indexOf(`${second}`),
        outcome: 'first' as const,
        count: Number(count),
      })),
    )
    expect(bootstrapBradleyTerry(chain, options(1))).toMatchObject({ strengths: null, reason: 'separation' })
    const apart = {
      wins: [0, 1, 2].map(i => [0, 1, 2].map(j => (i + j === 1 ? 3 : 0))),
      ties: [0, 1, 2].map(() => [0, 0, 0]),
    }
    expect(bootstrapBradleyTerry(apart, options(1))).toMatchObject({ strengths: null, reason: 'disconnected' })
    const none = [0, 1].map(() => [0, 0])
    expect(bootstrapBradleyTerry({ wins: none, ties: none }, options(1))).toMatchObject({ reason: 'no-data' })
    // One loss in ten is not drawn in (9/10)¹⁰ = 35 % of the samples.
    const nearly = bootstrapBradleyTerry(
      {
        wins: [
          [0, 9],
          [1, 0],
        ],
        ties: none,
      },
      options(1),
    )
    expect(nearly).toMatchObject({ strengths: null, reason: 'too-few-replicates' })
    expect(Math.abs(nearly.undefinedReplicates / 1000 - 0.9 ** 10)).toBeLessThan(0.05)
  })
})

describe('bootstrapBradleyTerryByCluster', () => {
  const votes = Array.from({ length: 60 }, (_, index): Comparison[] => [
    {
      first: index % 3,
      second: (index + 1) % 3,
      outcome: index % 5 < 3 ? 'first' : index % 5 === 3 ? 'tie' : 'second',
    },
  ])

  it('of single comparisons agrees with the bootstrap over comparisons', () => {
    const plain = bootstrapBradleyTerry(countPairs(3, votes.flat()), options(2))
    const clustered = bootstrapBradleyTerryByCluster(3, votes, options(2))
    for (const [item, { value, standardError }] of (plain.strengths ?? []).entries()) {
      const other = clustered.strengths?.[item]
      expect(other?.value).toBeCloseTo(value, 12)
      expect(Math.abs((other?.standardError ?? 0) / standardError - 1)).toBeLessThan(0.12)
    }
  })

  it('does not believe copies of a comparison in its cluster', () => {
    const once = bootstrapBradleyTerryByCluster(3, votes, options(2))
    const copied = bootstrapBradleyTerryByCluster(
      3,
      votes.map(own => own.map(vote => ({ ...vote, count: 3 }))),
      options(2),
    )
    expect(copied.n).toBe(3 * once.n)
    for (const [item, strength] of (once.strengths ?? []).entries()) {
      expect(copied.strengths?.[item]?.lower).toBeCloseTo(strength.lower, 9)
      expect(copied.strengths?.[item]?.upper).toBeCloseTo(strength.upper, 9)
    }
  })

  it('has no interval for one cluster, and nothing to say about none', () => {
    expect(bootstrapBradleyTerryByCluster(3, [votes.flat()], options(1))).toMatchObject({
      strengths: null,
      reason: 'single-cluster',
    })
    expect(bootstrapBradleyTerryByCluster(3, [], options(1))).toMatchObject({ strengths: null, reason: 'no-data' })
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  const truth = [0.5, 0, -0.5]
  const vote = (random: Random, first: number, second: number, shift = 0): Comparison => {
    const p = 1 / (1 + Math.exp((truth[second] ?? 0) - (truth[first] ?? 0) - shift))
    return { first, second, outcome: random() < p ? 'first' : 'second' }
  }
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const

  it('the bootstrap covers', () =>
    makeRateCheck(
      random => {
        const drawn = pairs.flatMap(([a, b]) => Array.from({ length: 60 }, () => vote(random, a, b)))
        const one = bootstrapBradleyTerry(countPairs(3, drawn), { random, replicates: 200 }).strengths?.[0]
        return (one?.lower ?? 9) <= 0.5 && 0.5 <= (one?.upper ?? -9)
      },
      // 200 samples end a little inside the tails.
      { atLeast: 0.925, atMost: 0.96 },
      400,
    ))

  it('the clustered bootstrap covers where votes of an annotator are alike, and the plain one does not', () => {
    const study = (random: Random) => {
      const { normal } = makeSampler(random)
      // Every annotator has a taste of their own for model 0.
      return Array.from({ length: 40 }, () => {
        const taste = 1.2 * normal()
        return Array.from({ length: 4 }, () => pairs.map(([a, b]) => vote(random, a, b, a === 0 ? taste : 0))).flat()
      })
    }
    // The average taste flattens strengths, so that the truth is what very many annotators give.
    const many = Array.from({ length: 500 }, (_, index) => study(mulberry32(index))).flat(2)
    const target = bradleyTerry(countPairs(3, many)).strengths?.[0]?.value ?? Number.NaN
    const holds = (one: { lower: number; upper: number } | undefined) =>
      (one?.lower ?? 9) <= target && target <= (one?.upper ?? -9)
    makeRateCheck(
      random => holds(bootstrapBradleyTerryByCluster(3, study(random), { random, replicates: 200 }).strengths?.[0]),
      { atLeast: 0.92, atMost: 0.96 },
      300,
    )
    makeRateCheck(
      random =>
        holds(bootstrapBradleyTerry(countPairs(3, study(random).flat()), { random, replicates: 200 }).strengths?.[0]),
      { atLeast: 0.6, atMost: 0.85 },
      200,
    )
  })

  it('rank ranges of equal models reach from first to last, except in 5 % of studies', () =>
    makeRateCheck(
      random => {
        const drawn = pairs.flatMap(([first, second]) =>
          Array.from(
            { length: 60 },
            (): Comparison => ({ first, second, outcome: random() < 0.5 ? 'first' : 'second' }),
          ),
        )
        const { strengths } = bootstrapBradleyTerry(countPairs(3, drawn), { random, replicates: 200 })
        return strengths?.some(({ firstRank, lastRank }) => firstRank !== 1 || lastRank !== 3) ?? true
      },
      { atLeast: 0.025, atMost: 0.06 },
      400,
    ))
})
