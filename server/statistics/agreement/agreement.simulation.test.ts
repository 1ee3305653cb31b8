// Do the intervals of agreement cover the agreement that the ratings were drawn from?
import { describe, it } from 'vitest'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import { mulberry32, type Random } from '../random/mulberry32'
import { cohenKappa } from './cohen-kappa'
import { crossTable } from './cross-table'
import { fleissKappa } from './fleiss-kappa'
import { gwetCoefficient } from './gwet-coefficient'
import { intraclassCorrelation } from './intraclass-correlation'
import { krippendorffAlphaInterval } from './krippendorff-alpha-interval'
import { rawAgreement } from './raw-agreement'

const categories = [0, 1, 2, 3]
const habits = [0.1, 0.2, 0.4, 0.3]

/** Each unit has a true value; a rater sees it with probability `sees`, else guesses from the same habits. */
function copiedRatings(random: Random, units: number, raters: number, sees: number) {
  const sampler = makeSampler(random)
  return Array.from({ length: units }, () => {
    const truth = sampler.category(habits)
    return Array.from({ length: raters }, () => (random() < sees ? truth : sampler.category(habits)))
  })
}
// Then two ratings come from the same look with probability sees², so κ = α = sees², and raters agree by chance Σp².
const sees = 0.8
const kappa = sees * sees
const chance = habits.reduce((all, p) => all + p * p, 0)
const agreement = kappa + (1 - kappa) * chance
const gwetChance = (1 - chance) / 3
const ac1 = (agreement - gwetChance) / (1 - gwetChance)

const holds = (truth: number) => (interval: { lower: number | null; upper: number | null }) =>
  (interval.lower ?? 9) <= truth && truth <= (interval.upper ?? -9)

/** Score = unit + rater + noise, with these standard deviations. */
function crossedScores(random: Random, units: number, raters: number, [unit, rater, noise]: [number, number, number]) {
  const { normal } = makeSampler(random)
  const levels = Array.from({ length: raters }, () => rater * normal())
  return Array.from({ length: units }, () => {
    const own = unit * normal()
    return levels.map(level => own + level + noise * normal())
  })
}

describe('simulations', { timeout: 60_000 }, () => {
  // Percentile intervals of a skewed statistic on 40 units are a little too narrow.
  it("Krippendorff's α covers", () =>
    makeRateCheck(
      random => {
        const units = copiedRatings(random, 40, 3, sees)
        const bootstrap = { random: mulberry32(random() * 2 ** 32), replicates: 200 }
        return holds(kappa)(krippendorffAlphaInterval(units, 'nominal', bootstrap))
      },
      { atLeast: 0.9, atMost: 0.96 },
      600,
    ))

  it("Cohen's κ covers", () =>
    makeRateCheck(
      random => {
        const pairs = copiedRatings(random, 100, 2, sees).map(([a = 0, b = 0]) => [a, b] as const)
        return holds(kappa)(cohenKappa(crossTable(pairs, categories)))
      },
      { atLeast: 0.93, atMost: 0.96 },
      1000,
    ))

  it("Fleiss' κ is not found where raters guess", () =>
    makeRateCheck(
      random => {
        const units = copiedRatings(random, 60, 3, 0)
        const { z } = fleissKappa(units.map(unit => categories.map(k => unit.filter(value => value === k).length)))
        return Math.abs(z ?? 0) > 1.959964
      },
      { atLeast: 0.04, atMost: 0.06 },
      1000,
    ))

  it("Gwet's AC1 covers", () =>
    makeRateCheck(
      random => holds(ac1)(gwetCoefficient(copiedRatings(random, 60, 3, sees), categories)),
      { atLeast: 0.935, atMost: 0.965 },
      1000,
    ))

  it('raw agreement covers, cautiously with three raters', () => {
    const covers = (raters: number) => (random: Random) =>
      holds(agreement)(rawAgreement(copiedRatings(random, 60, raters, sees)))
    makeRateCheck(covers(2), { atLeast: 0.94, atMost: 0.965 }, 1000)
    makeRateCheck(covers(3), { atLeast: 0.95, atMost: 0.995 }, 1000)
  })

  it('the intraclass correlations cover', () => {
    const parts: [number, number, number] = [1, 0.5, 0.7]
    const total = 1 + 0.25 + 0.49
    const table = (random: Random) => intraclassCorrelation(crossedScores(random, 30, 4, parts))
    const one = (random: Random) => intraclassCorrelation(crossedScores(random, 30, 4, [1, 0, 0.7])).icc1
    const allowed = { atLeast: 0.94, atMost: 0.96 }
    makeRateCheck(random => holds(1 / 1.49)(one(random)), allowed, 800)
    makeRateCheck(random => holds(1 / 1.49)(table(random).icc3), allowed, 800)
    // McGraw & Wong's interval is approximate with four raters.
    makeRateCheck(random => holds(1 / total)(table(random).icc2), { atLeast: 0.93, atMost: 0.98 }, 800)
    makeRateCheck(random => holds(1 / (1 + 0.74 / 4))(table(random).icc2k), { atLeast: 0.93, atMost: 0.98 }, 800)
  })
})
