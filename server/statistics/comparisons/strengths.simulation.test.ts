// Do the intervals of strengths cover what the comparisons were drawn from?
import { describe, it } from 'vitest'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import type { Random } from '../random/mulberry32'
import { adjustedBradleyTerry } from './adjusted-bradley-terry'
import { bradleyTerry } from './bradley-terry'
import type { Comparison } from './comparison'
import { countPairs } from './count-pairs'
import { davidson } from './davidson'
import { penalisedBradleyTerry } from './penalised-bradley-terry'
import { raoKupper } from './rao-kupper'
import { strengthsAgainst } from './strengths-against'

const truth = [0.6, 0.1, -0.2, -0.5]

/** `perPair` comparisons of each pair under Davidson's model; ν = 0 is Bradley–Terry. */
function draw(random: Random, beta: readonly number[], tieParameter: number, perPair: number) {
  const sampler = makeSampler(random)
  const comparisons = beta.flatMap((own, first) =>
    beta.flatMap((other, second): Comparison[] => {
      if (second <= first) return []
      const half = Math.exp((own - other) / 2)
      const all = half + 1 / half + tieParameter
      const outcomes = ['first', 'tie', 'second'] as const
      return Array.from({ length: perPair }, () => ({
        first,
        second,
        outcome: outcomes[sampler.category([half / all, tieParameter / all, 1 / half / all])] ?? 'second',
      }))
    }),
  )
  return countPairs(beta.length, comparisons)
}

const covers = (fit: { strengths: { lower: number; upper: number }[] | null }, beta: readonly number[]) => {
  const [strength, value] = [fit.strengths?.[0], beta[0] ?? Number.NaN]
  return strength !== undefined && strength.lower <= value && value <= strength.upper
}

describe('simulations', { timeout: 60_000 }, () => {
  it('Bradley–Terry without ties covers', () =>
    makeRateCheck(
      random => covers(bradleyTerry(draw(random, truth, 0, 25)), truth),
      { atLeast: 0.94, atMost: 0.96 },
      1000,
    ))

  it('Bradley–Terry of equal items with many ties covers, thanks to the sandwich', () =>
    makeRateCheck(
      random => covers(bradleyTerry(draw(random, [0, 0, 0, 0], 2, 25)), [0]),
      { atLeast: 0.935, atMost: 0.96 },
      1000,
    ))

  it('Davidson covers', () =>
    makeRateCheck(random => covers(davidson(draw(random, truth, 1, 25)), truth), { atLeast: 0.94, atMost: 0.96 }, 1000))

  it('Rao & Kupper covers', () => {
    // Two sides that each just miss: P(win) = σ(β_i − β_j − ln θ).
    const threshold = Math.log(1.8)
    const logistic = (x: number) => 1 / (1 + Math.exp(-x))
    makeRateCheck(
      random => {
        const sampler = makeSampler(random)
        const comparisons = truth.flatMap((own, first) =>
          truth.flatMap((other, second): Comparison[] => {
            if (second <= first) return []
            const [win, loss] = [logistic(own - other - threshold), logistic(other - own - threshold)]
            const outcomes = ['first', 'tie', 'second'] as const
            return Array.from({ length: 25 }, () => ({
              first,
              second,
              outcome: outcomes[sampler.category([win, 1 - win - loss, loss])] ?? 'second',
            }))
          }),
        )
        return covers(raoKupper(countPairs(4, comparisons)), truth)
      },
      { atLeast: 0.94, atMost: 0.96 },
      1000,
    )
  })

  it('differences from a reference cover, and find nothing between equal items', () => {
    const difference = (random: Random, beta: readonly number[]) => {
      const fit = bradleyTerry(draw(random, beta, 0, 25))
      return fit.strengths === null ? undefined : strengthsAgainst(fit, 1)[0]
    }
    makeRateCheck(
      random => {
        const one = difference(random, truth)
        return (one?.lower ?? 9) <= 0.5 && 0.5 <= (one?.upper ?? -9)
      },
      { atLeast: 0.94, atMost: 0.96 },
      1000,
    )
    makeRateCheck(random => (difference(random, [0, 0, 0, 0])?.p ?? 1) <= 0.05, { atLeast: 0.04, atMost: 0.065 }, 1000)
  })

  // Shrinking makes the intervals of few comparisons cautious.
  it('the penalised fallback covers at five comparisons a pair', () =>
    makeRateCheck(
      random => covers(penalisedBradleyTerry(draw(random, truth, 0, 5)), truth),
      { atLeast: 0.95, atMost: 0.985 },
      1000,
    ))

  it('the adjusted strengths and the effect cover', () => {
    const draw = (random: Random) =>
      Array.from({ length: 240 }, (_, index) => {
        const [first, second] = [index % 4, (index + 1 + (index % 3)) % 4]
        const z = makeSampler(random).normal()
        const logit = (truth[first] ?? 0) - (truth[second] ?? 0) + 0.4 * z
        const outcome = random() < 1 / (1 + Math.exp(-logit)) ? ('first' as const) : ('second' as const)
        return { first, second, outcome, difference: z }
      })
    // z is standardised with the sample's own deviation, which is near 1.
    const allowed = { atLeast: 0.93, atMost: 0.96 }
    makeRateCheck(random => covers(adjustedBradleyTerry(4, draw(random)), truth), allowed, 500)
    makeRateCheck(
      random => {
        const fit = adjustedBradleyTerry(4, draw(random))
        return fit.strengths !== null && (fit.effect.lower ?? 9) <= 0.4 && 0.4 <= (fit.effect.upper ?? -9)
      },
      allowed,
      500,
    )
  })
})
