import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPairs } from '../comparisons/count-pairs'
import { graphComponents } from '../comparisons/graph-components'
import case17 from '../gold/17-rank-concordance.json'
import case30 from '../gold/30-plackett-luce-partial.json'
import case31 from '../gold/31-preference-graph.json'
import { makeGoldCheck } from '../make-gold-check'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { mean } from '../mean'
import type { Random } from '../random/mulberry32'
import { circularTriads } from './circular-triads'
import { graphConcordance } from './graph-concordance'
import { impliedPairs } from './implied-pairs'
import { kendallTauB } from './kendall-tau-b'
import { kendallW } from './kendall-w'
import { majorityGraph } from './majority-graph'
import { midranks } from './midranks'
import { pearsonCorrelation } from './pearson-correlation'
import { placementSummary } from './placement-summary'
import { plackettLuce } from './plackett-luce'
import { spearmanCorrelation } from './spearman-correlation'

makeGoldCheck(case17, input => {
  const [w, tau, constant] = [
    kendallW(input.raters),
    kendallTauB(input.x, input.y),
    kendallTauB(input.constant.x, input.constant.y),
  ]
  const [spearman, pearson] = [spearmanCorrelation(input.x, input.y), pearsonCorrelation(input.x, input.y)]
  return {
    kendallW: { W: w.value, chi2: w.chiSquare, df: w.degreesOfFreedom, p: w.p, W_uncorrected: w.uncorrected },
    tau_b: tau.value,
    tau_p_asymptotic: tau.p,
    spearman: spearman.value,
    spearman_p_t: spearman.p,
    pearson: pearson.value,
    pearson_ci_fisher: [pearson.lower, pearson.upper],
    pearson_p: pearson.p,
    constant: {
      tau_b: constant.value,
      spearman: spearmanCorrelation(input.constant.x, input.constant.y).value,
      pearson: pearsonCorrelation(input.constant.x, input.constant.y).value,
      reason: constant.reason,
    },
  }
})

makeGoldCheck(case30, input => {
  const rankings = input.rankings.map(ranking => ranking.map(name => input.items.indexOf(name)))
  const [fit, placements] = [plackettLuce(4, rankings), placementSummary(4, rankings)]
  const named = (values: (number | undefined)[]) => Object.fromEntries(input.items.map((name, i) => [name, values[i]]))
  return {
    log_worth_sum_zero: named((fit.strengths ?? []).map(strength => strength.value)),
    se_sum_zero: named((fit.strengths ?? []).map(strength => strength.standardError)),
    loglik: fit.strengths === null ? null : fit.logLikelihood,
    top1_counts: named(placements.map(placement => placement.firstPlaces)),
    mean_rank_complete_only: named(placements.map(placement => placement.meanRank ?? undefined)),
  }
})

const names = ['A', 'B', 'C', 'D']
const named = (items: number[]) => items.map(item => names[item])

function tournament(edges: string[][]) {
  const beats = names.map(winner => names.map(loser => edges.some(([a, b]) => a === winner && b === loser)))
  const { triads, most, consistency } = circularTriads(beats)
  return {
    wins: Object.fromEntries(names.map((name, i) => [name, beats[i]?.filter(Boolean).length])),
    circular_triads: triads.length,
    max_circular: most,
    zeta: consistency,
    transitive: triads.length === 0,
    strong_components_best_first: graphComponents(beats).map(named),
  }
}

makeGoldCheck(case31, input => {
  const edges = input.edges.map(([better = -1, worse = -1]) => [better, worse] as const)
  const listwise = Object.entries(input.predictions).map(([key, scores]) => {
    const one = graphConcordance(edges, scores)
    // The case prints an undefined τ as 0 and flags it.
    const tau = { tau_b: one.tauB ?? 0, tau_b_defined: one.tauB !== null }
    return [key, { C: one.concordant, D: one.discordant, T: one.tied, pair_accuracy: one.pairAccuracy, ...tau }]
  })
  const votes = Object.entries(input.votes).flatMap(([vote, times]) => {
    const [first, second] = [names.indexOf(vote[0] ?? ''), names.indexOf(vote[2] ?? '')]
    const outcome = vote[1] === '=' ? ('tie' as const) : ('first' as const)
    return Array.from({ length: times }, () => ({ first, second, outcome }))
  })
  const majority = majorityGraph(countPairs(3, votes))
  const margin = (i: number, j: number) => majority.margins[i]?.[j]
  return {
    listwise: Object.fromEntries(listwise),
    aggregate: { mean_over_prompts: mean(input.per_prompt_tau) },
    tournament: tournament(input.tournament),
    transitive: tournament(names.flatMap((better, i) => names.slice(i + 1).map(worse => [better, worse]))),
    majority: {
      margins: { 'A-B': margin(0, 1), 'B-C': margin(1, 2), 'C-A': margin(2, 0) },
      condorcet_winner: majority.condorcetWinner,
      reason: 'a cycle',
      cycle: named(majority.cycles[0] ?? []),
      copeland: Object.fromEntries(majority.copeland.map((score, i) => [names[i], score])),
    },
  }
})

const ranks = fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), { maxLength: 6 })
const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 })

describe('correlations', () => {
  const figures = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 })

  it('do not depend on unit, order of the sides, or (ranks) on any growing change', () => {
    fc.assert(
      fc.property(figures, figures, (x, y) => {
        const one = pearsonCorrelation(x, y)
        const scaled = pearsonCorrelation(
          y,
          x.map(value => 3 * value + 7),
        )
        expect(scaled.reason).toBe(one.reason)
        if (one.value !== null) expect(scaled.value).toBeCloseTo(one.value, 10)
        const [ranks, bent] = [x, x.map(value => value ** 3)].map(side => spearmanCorrelation(side, y))
        expect(bent?.value ?? null).toBe(ranks?.value ?? null)
      }),
    )
  })

  it('are undefined, with a reason, when a side is constant', () => {
    expect(pearsonCorrelation([1, 1, 1, 1], [1, 2, 3, 4])).toMatchObject({ value: null, reason: 'no-variation' })
    expect(spearmanCorrelation([3], [4])).toMatchObject({ value: null, reason: 'no-data' })
    expect(pearsonCorrelation([1, 2, 3], [2, 4, 7])).toMatchObject({ lower: null, reason: 'too-few-observations' })
  })
})

describe('placementSummary', () => {
  it('counts first places of all lists, and means of complete ones', () =>
    expect(
      placementSummary(3, [
        [0, 1, 2],
        [1, 0],
      ]),
    ).toEqual([
      { firstPlaces: 1, meanRank: 1 },
      { firstPlaces: 1, meanRank: 2 },
      { firstPlaces: 0, meanRank: 3 },
    ]))

  it('has no mean place without a complete list', () =>
    expect(placementSummary(2, [[0]])).toEqual([
      { firstPlaces: 1, meanRank: null },
      { firstPlaces: 0, meanRank: null },
    ]))
})

describe('rankings', () => {
  it('imply a comparison for each two ranked items, in the order of the ranks', () => {
    expect(impliedPairs([2, 1, null, 2])).toEqual([
      { first: 0, second: 1, outcome: 'second' },
      { first: 0, second: 3, outcome: 'tie' },
      { first: 1, second: 3, outcome: 'first' },
    ])
    fc.assert(
      fc.property(ranks, some => {
        const ranked = some.filter(rank => rank !== null).length
        expect(impliedPairs(some)).toHaveLength((ranked * (ranked - 1)) / 2)
      }),
    )
  })

  it('of one person are never circular, and τ with themselves is 1', () => {
    fc.assert(
      fc.property(order, one => {
        const beats = one.map(own => one.map(other => own < other))
        expect(circularTriads(beats)).toMatchObject({ triads: [], consistency: 1, cycles: [] })
        expect(kendallTauB(one, one).value).toBe(1)
        expect(
          kendallTauB(
            one,
            one.map(rank => -rank),
          ).value,
        ).toBe(-1)
      }),
    )
  })

  it('counts circular triads as Kendall does: C(k, 3) − Σ C(wins, 2)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 7 }), fc.infiniteStream(fc.boolean()), (items, coin) => {
        const beats = Array.from({ length: items }, () => new Array<boolean>(items).fill(false))
        for (let i = 0; i < items; i++)
          for (let j = 0; j < i; j++) {
            const wins = coin.next().value === true
            const [winner, loser] = wins ? [i, j] : [j, i]
            const row = beats[winner]
            if (row !== undefined) row[loser] = true
          }
        const wins = beats.map(row => row.filter(Boolean).length)
        const expected = (items * (items - 1) * (items - 2)) / 6 - wins.reduce((all, a) => all + (a * (a - 1)) / 2, 0)
        const { triads, most, consistency } = circularTriads(beats)
        expect(triads).toHaveLength(expected)
        expect(triads.length).toBeLessThanOrEqual(most ?? -1)
        expect(consistency).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('have no ζ while a pair is undecided, but show the cycle', () => {
    const four = [[1], [2], [3], [0]].map(beaten => [0, 1, 2, 3].map(item => beaten.includes(item)))
    expect(circularTriads(four)).toMatchObject({
      triads: [],
      consistency: null,
      cycles: [[0, 1, 2, 3]],
      reason: 'incomplete',
    })
  })

  it('agree with no graph when there is none, or when all scores tie', () => {
    expect(graphConcordance([], [1])).toMatchObject({ pairAccuracy: null, tauB: null, reason: 'no-data' })
    expect(graphConcordance([[0, 1]], [1, 1])).toMatchObject({ pairAccuracy: 0, tauB: null, reason: 'all-ties' })
    expect(graphConcordance([[0, 1]], [2, 1])).toMatchObject({ pairAccuracy: 1, tauB: 1, reason: null })
  })

  it('share midranks', () => expect(midranks([5, 3, 5, 9])).toEqual([2.5, 1, 2.5, 4]))

  it('W is 1 when all agree and null when all tie', () => {
    expect(
      kendallW([
        [1, 2, 3],
        [10, 20, 30],
      ]).value,
    ).toBe(1)
    expect(
      kendallW([
        [1, 1],
        [2, 2],
      ]),
    ).toMatchObject({ value: null, p: null, reason: 'no-variation' })
  })

  it('give log worths only when connected; they do not depend on the order of the lists', () => {
    expect(
      plackettLuce(2, [
        [0, 1],
        [0, 1],
      ]),
    ).toMatchObject({ strengths: null, reason: 'separation' })
    expect(
      plackettLuce(3, [
        [0, 1],
        [1, 0],
      ]),
    ).toMatchObject({ strengths: null, reason: 'disconnected' })
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 8 }), lists => {
        const [one, other] = [plackettLuce(4, lists), plackettLuce(4, lists.toReversed())]
        expect(one.reason).not.toBe('not-converged')
        for (const [i, strength] of (one.strengths ?? []).entries())
          expect(other.strengths?.[i]?.value).toBeCloseTo(strength.value, 8)
      }),
    )
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  it('τ-b is not found between unrelated scores with ties', () =>
    makeRateCheck(
      random => {
        const scores = () => Array.from({ length: 30 }, () => makeSampler(random).integer(6))
        return (kendallTauB(scores(), scores()).p ?? 1) <= 0.05
      },
      { atLeast: 0.04, atMost: 0.055 },
    ))

  it('correlations are not found between unrelated figures, and Fisher covers', () => {
    const pair = (random: Random) => {
      const { normal } = makeSampler(random)
      const x = Array.from({ length: 30 }, normal)
      return { x, y: x.map(value => 0.6 * value + 0.8 * normal()), apart: Array.from({ length: 30 }, normal) }
    }
    const allowed = { atLeast: 0.04, atMost: 0.06 }
    for (const correlation of [pearsonCorrelation, spearmanCorrelation])
      makeRateCheck(random => {
        const { x, apart } = pair(random)
        return (correlation(x, apart).p ?? 1) <= 0.05
      }, allowed)
    makeRateCheck(
      random => {
        const { x, y } = pair(random)
        const { lower, upper } = pearsonCorrelation(x, y)
        return (lower ?? 9) <= 0.6 && 0.6 <= (upper ?? -9)
      },
      { atLeast: 0.94, atMost: 0.96 },
    )
  })

  // The χ² approximation is a little cautious with few raters.
  it('W is not found among raters who rank at random', () =>
    makeRateCheck(
      random =>
        (kendallW(Array.from({ length: 8 }, () => makeSampler(random).shuffled([1, 2, 3, 4, 5]))).p ?? 1) <= 0.05,
      { atLeast: 0.035, atMost: 0.05 },
    ))

  it('Plackett–Luce covers', () => {
    const beta = [0.6, 0.1, -0.2, -0.5]
    // The ranking of exponential waiting times with rates exp(β) is Plackett–Luce's.
    const draw = (random: Random) => {
      const times = beta.map((value, item) => ({ item, time: -Math.log(1 - random()) / Math.exp(value) }))
      return times.sort((a, b) => a.time - b.time).map(({ item }) => item)
    }
    makeRateCheck(
      random => {
        const lists = Array.from({ length: 40 }, (_, i) => draw(random).slice(0, i % 2 === 0 ? 4 : 3))
        const best = plackettLuce(4, lists).strengths?.[0]
        return best !== undefined && best.lower <= 0.6 && 0.6 <= best.upper
      },
      { atLeast: 0.94, atMost: 0.96 },
      1000,
    )
  })
})
