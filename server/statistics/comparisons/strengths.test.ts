import fc from 'fast-check'
import { inverse, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import case18 from '../gold/18-bt-citations.json'
import case19 from '../gold/19-bt-ties-springall.json'
import case20 from '../gold/20-bt-separation-zero-wins.json'
import case21 from '../gold/21-bt-disconnected.json'
import case34 from '../gold/34-style-controlled-bt.json'
import { makeGoldCheck } from '../make-gold-check'
import { adjustedBradleyTerry } from './adjusted-bradley-terry'
import { bradleyTerry } from './bradley-terry'
import { bradleyTerryWithinGroups } from './bradley-terry-within-groups'
import { comparisonComponents } from './comparison-components'
import { comparisonGains } from './comparison-gains'
import { countPairs } from './count-pairs'
import { davidson } from './davidson'
import type { PairCounts } from './pair-counts'
import { penalisedBradleyTerry } from './penalised-bradley-terry'
import { quasiStandardErrors } from './quasi-standard-errors'
import { raoKupper } from './rao-kupper'
import { strengthsAgainst } from './strengths-against'

type Fit = ReturnType<typeof bradleyTerry | typeof penalisedBradleyTerry | typeof davidson | typeof raoKupper>
const values = (fit: Fit) => fit.strengths?.map(strength => strength.value) ?? null
const standardErrors = (fit: Fit) => fit.strengths?.map(strength => strength.standardError) ?? null
/** The scale on which the case prints intervals. */
const elo = (strength: number) => (400 / Math.LN10) * strength + 1000
const noTies = (items: number) => Array.from({ length: items }, () => new Array<number>(items).fill(0))

/** Counts as the gold cases list them: `[winner, loser, how often]` and `[one, other, how often]`. */
function listedCounts(items: string[], wins: unknown[][], ties: unknown[][] = []): PairCounts {
  const repeat = (rows: unknown[][], outcome: 'first' | 'tie') =>
    rows.flatMap(([first, second, times]) =>
      Array.from({ length: Number(times) }, () => ({
        first: items.indexOf(`${first}`),
        second: items.indexOf(`${second}`),
        outcome,
      })),
    )
  return countPairs(items.length, [...repeat(wins, 'first'), ...repeat(ties, 'tie')])
}

makeGoldCheck(
  case18,
  input => {
    const fit = bradleyTerry({ wins: input.winMatrix, ties: noTies(4) })
    if (fit.strengths === null) return fit
    const against = strengthsAgainst({ strengths: fit.strengths, covariance: fit.modelCovariance }, 0)
    return {
      items: input.items,
      beta_reference: {
        reference: input.items[0],
        beta: against.map(strength => strength.value),
        se: against.map(strength => strength.standardError),
      },
      quasi_se: quasiStandardErrors(fit.modelCovariance),
      beta_sum_zero: values(fit),
      elo_scale: fit.strengths.map(strength => elo(strength.value)),
      se_sum_zero: fit.modelStandardErrors,
      residual_deviance: fit.residualDeviance,
      df: fit.degreesOfFreedom,
      p_first_beats_second:
        1 / (1 + Math.exp((fit.strengths[1]?.value ?? Number.NaN) - (fit.strengths[0]?.value ?? Number.NaN))),
    }
  },
  ['status'],
)

makeGoldCheck(case19, input => {
  const [ties, threshold, bt] = [davidson(input), raoKupper(input), bradleyTerry(input)]
  if (ties.strengths === null || threshold.strengths === null || bt.strengths === null) return null
  return {
    davidson: {
      beta_sum_zero: values(ties),
      se_sum_zero: standardErrors(ties),
      nu: ties.tieParameter,
      loglik: ties.logLikelihood,
    },
    raokupper: {
      beta_sum_zero: values(threshold),
      se_sum_zero: standardErrors(threshold),
      theta: threshold.tieThreshold,
      loglik: threshold.logLikelihood,
    },
    bt: {
      beta_sum_zero: values(bt),
      loglik: bt.logLikelihood,
      se_sandwich_sum_zero: standardErrors(bt),
      se_naive_hessian: bt.modelStandardErrors,
      elo: bt.strengths.map(strength => elo(strength.value)),
      elo_ci: bt.strengths.map(strength => [elo(strength.lower), elo(strength.upper)]),
    },
  }
})

makeGoldCheck(
  case20,
  input =>
    Object.fromEntries(
      Object.entries(input).map(([name, one]) => {
        const counts = listedCounts(one.items, one.wins, 'ties' in one ? one.ties : [])
        const [fit, penalised] = [bradleyTerry(counts), penalisedBradleyTerry(counts)]
        const { order, verdict } = comparisonComponents(counts)
        return [
          name,
          {
            mle_exists: verdict === 'connected',
            strong_components_best_first: order.map(component => component.map(item => one.items[item])),
            firth: { beta_sum_zero: values(penalised), se_sum_zero: standardErrors(penalised) },
            mle: fit.strengths === null ? null : { beta_sum_zero: values(fit) },
            reason: fit.reason,
          },
        ]
      }),
    ),
  ['map_normal_prior_sigma1', 'davidson'],
)

makeGoldCheck(case21, input => {
  const counts = listedCounts(input.items, input.wins)
  const [fit, { groups }] = [bradleyTerry(counts), comparisonComponents(counts)]
  const named = (group: number[]) => group.map(item => input.items[item])
  return {
    connected: groups.length === 1,
    weak_components: groups.map(named),
    mle: fit.strengths,
    reason: fit.reason,
    within: bradleyTerryWithinGroups(counts).map(group => ({
      items: named(group.items),
      beta_sum_zero: values(group.fit),
      n: group.fit.n,
    })),
    cross_component_comparison: fit.strengths,
  }
})

makeGoldCheck(case34, input => {
  const models = case34.expected.models
  const comparisons = input.rows.map(([a, b, lengthA, lengthB, y]) => ({
    first: models.indexOf(`${a}`),
    second: models.indexOf(`${b}`),
    outcome: y === 1 ? ('first' as const) : y === 0 ? ('second' as const) : ('tie' as const),
    difference: (Number(lengthA) - Number(lengthB)) / (Number(lengthA) + Number(lengthB)),
  }))
  const [adjusted, plain] = [adjustedBradleyTerry(4, comparisons), bradleyTerry(countPairs(4, comparisons))]
  return {
    models,
    with_style: { beta: values(adjusted), style: adjusted.strengths === null ? null : adjusted.effect.value },
    no_style: { beta: values(plain) },
    z_mean: adjusted.strengths === null ? null : adjusted.meanDifference,
  }
})

const small = fc.integer({ min: 0, max: 4 })
const someCounts = fc.integer({ min: 2, max: 5 }).chain(items =>
  fc.tuple(...Array.from({ length: 2 * items * items }, () => small)).map(cells => ({
    wins: Array.from({ length: items }, (_, i) => cells.slice(i * items, (i + 1) * items)),
    ties: Array.from({ length: items }, (_, i) =>
      Array.from({ length: items }, (_, j) => cells[items * items + Math.min(i, j) * items + Math.max(i, j)] ?? 0),
    ),
  })),
)

describe('strengths', () => {
  it('are null with the order when one side always wins', () => {
    const fit = bradleyTerry({
      wins: [
        [0, 5],
        [0, 0],
      ],
      ties: noTies(2),
    })
    expect(fit).toMatchObject({ strengths: null, reason: 'separation', components: { order: [[0], [1]] } })
  })

  it('of nothing are null', () => {
    expect(bradleyTerry({ wins: [], ties: [] }).reason).toBe('no-data')
    expect(penalisedBradleyTerry({ wins: [], ties: [] }).reason).toBe('no-data')
  })

  it('with the penalty: the likelihood is the plain one at the shrunken strengths', () => {
    const counts = listedCounts(['A', 'B'], [['A', 'B', 5]], [['A', 'B', 1]])
    const fit = penalisedBradleyTerry(counts)
    if (fit.strengths === null) throw new Error('There are strengths.')
    const p = 1 / (1 + Math.exp(-2 * (fit.strengths[0]?.value ?? Number.NaN)))
    expect(fit.logLikelihood).toBeCloseTo(5.5 * Math.log(p) + 0.5 * Math.log(1 - p), 10)
  })

  it('with Davidson: null when everything or nothing ties, or when ties and wins can be told apart perfectly', () => {
    const reasonOf = (wins: number, ties: number, losses: number) =>
      davidson({
        wins: [
          [0, wins],
          [losses, 0],
        ],
        ties: [
          [0, ties],
          [ties, 0],
        ],
      }).reason
    expect(reasonOf(0, 4, 0)).toBe('no-decisive-comparisons')
    expect(reasonOf(4, 0, 3)).toBe('no-ties')
    expect(reasonOf(5, 1, 0)).toBe('separation')
    expect(reasonOf(5, 1, 1)).toBeNull()
  })

  it('exist exactly when the graph says so, sum to zero and reproduce the wins', () => {
    fc.assert(
      fc.property(someCounts, counts => {
        const fit = bradleyTerry(counts)
        const { verdict, order, groups } = comparisonComponents(counts)
        expect(fit.reason).toBe(verdict === 'connected' ? null : verdict)
        expect(order.flat().toSorted()).toEqual([...counts.wins.keys()])
        expect(groups.flat().toSorted()).toEqual([...counts.wins.keys()])
        if (fit.strengths === null) return
        const beta = fit.strengths.map(strength => strength.value)
        expect(beta.reduce((all, one) => all + one, 0)).toBeCloseTo(0, 8)
        for (const [i, own] of beta.entries()) {
          let surplus = 0
          for (const [j, other] of beta.entries()) {
            if (i === j) continue
            const [won, lost, tied] = [counts.wins[i]?.[j] ?? 0, counts.wins[j]?.[i] ?? 0, counts.ties[i]?.[j] ?? 0]
            surplus += won + tied / 2 - (won + lost + tied) / (1 + Math.exp(other - own))
          }
          expect(surplus).toBeCloseTo(0, 6)
        }
      }),
    )
  })

  it('with Davidson: reproduce wins minus losses of each item, and the ties', () => {
    fc.assert(
      fc.property(someCounts, counts => {
        const fit = davidson(counts)
        if (fit.strengths === null) {
          expect(fit.reason).not.toBe('not-converged')
          return
        }
        let expectedTies = 0
        let ties = 0
        for (const [i, own] of fit.strengths.entries()) {
          let surplus = 0
          for (const [j, other] of fit.strengths.entries()) {
            if (i === j) continue
            const [won, lost, tied] = [counts.wins[i]?.[j] ?? 0, counts.wins[j]?.[i] ?? 0, counts.ties[i]?.[j] ?? 0]
            const half = Math.exp((own.value - other.value) / 2)
            const all = half + 1 / half + fit.tieParameter
            surplus += won - lost - ((won + lost + tied) * (half - 1 / half)) / all
            if (i < j) {
              ties += tied
              expectedTies += ((won + lost + tied) * fit.tieParameter) / all
            }
          }
          expect(surplus).toBeCloseTo(0, 5)
        }
        expect(expectedTies).toBeCloseTo(ties, 5)
      }),
    )
  })

  it('with the penalty: finite whenever connected, and in the order of a separation', () => {
    fc.assert(
      fc.property(someCounts, counts => {
        const fit = penalisedBradleyTerry(counts)
        const { verdict } = comparisonComponents(counts)
        if (verdict === 'disconnected') {
          expect(fit.reason).toBe('disconnected')
          return
        }
        expect(fit.reason).toBeNull()
        for (const strength of fit.strengths ?? []) expect(Number.isFinite(strength.standardError)).toBe(true)
      }),
    )
  })

  it('gain most from the comparison that shrinks the variances most', () => {
    fc.assert(
      fc.property(someCounts, counts => {
        const fit = penalisedBradleyTerry(counts)
        if (fit.strengths === null) return
        const gains = comparisonGains(fit)
        const items = fit.strengths.length
        expect(gains).toHaveLength((items * (items - 1)) / 2)
        // Shrinking by hand: (C⁺ + p(1 − p)(e_i − e_j)(e_i − e_j)ᵀ)⁺ has the trace that the gain promises.
        const [best] = gains
        if (best === undefined) return
        const difference = (fit.strengths[best.first]?.value ?? 0) - (fit.strengths[best.second]?.value ?? 0)
        const p = 1 / (1 + Math.exp(-difference))
        const share = Matrix.ones(items, items).div(items)
        const information = inverse(new Matrix(fit.covariance).add(share)).sub(share)
        const direction = Matrix.zeros(items, 1)
        direction.set(best.first, 0, 1)
        direction.set(best.second, 0, -1)
        const more = information.add(direction.mmul(direction.transpose()).mul(p * (1 - p)))
        const after = inverse(more.add(share)).sub(share)
        expect(new Matrix(fit.covariance).trace() - after.trace()).toBeCloseTo(best.gain, 8)
      }),
    )
  })
})

describe('strengths beside each other', () => {
  const counts: PairCounts = {
    wins: [
      [0, 30, 45, 60],
      [20, 0, 30, 41],
      [12, 21, 0, 30],
      [5, 11, 22, 0],
    ],
    ties: noTies(4),
  }

  it('from a reference: it is 0 without an error, and two references tell the same', () => {
    const fit = bradleyTerry(counts)
    if (fit.strengths === null) throw new Error('These comparisons are connected.')
    const [first, last] = [strengthsAgainst(fit, 0), strengthsAgainst(fit, 3)]
    expect(first[0]).toMatchObject({ value: 0, standardError: 0, p: null })
    expect(first[3]?.value).toBeCloseTo(-(last[0]?.value ?? Number.NaN), 12)
    expect(first[3]?.standardError).toBeCloseTo(last[0]?.standardError ?? Number.NaN, 12)
    expect(first[3]?.p).toBeCloseTo(last[0]?.p ?? Number.NaN, 12)
  })

  it('quasi errors add up to the errors of all differences, and need three items', () => {
    const fit = bradleyTerry(counts)
    if (fit.strengths === null) throw new Error('These comparisons are connected.')
    const quasi = quasiStandardErrors(fit.covariance) ?? []
    for (const i of quasi.keys())
      for (const [j, strength] of strengthsAgainst(fit, i).entries())
        if (i !== j) expect(Math.hypot(quasi[i] ?? 0, quasi[j] ?? 0) / strength.standardError).toBeCloseTo(1, 1)
    expect(
      quasiStandardErrors([
        [1, -1],
        [-1, 1],
      ]),
    ).toBeNull()
    expect(quasiStandardErrors([0, 1, 2].map(() => [0, 0, 0]))).toBeNull()
  })

  it("Rao & Kupper's model is undefined where Davidson's is, with the same reason", () => {
    fc.assert(
      fc.property(someCounts, some => {
        const [one, other] = [raoKupper(some), davidson(some)]
        expect(one.reason).toBe(other.reason)
      }),
      { numRuns: 60 },
    )
  })
})
