import { describe, expect, it } from 'vitest'
import { cohenKappa } from '../agreement/cohen-kappa'
import { krippendorffAlpha } from '../agreement/krippendorff-alpha'
import { wilsonInterval } from '../comparisons/wilson-interval'
import { formatHalfUp } from '../format-half-up'
import case32 from '../gold/32-rubric-checklist.json'
import case33 from '../gold/33-translation-0-3.json'
import { makeGoldCheck } from '../make-gold-check'
import { makeRateCheck } from '../make-rate-check'
import { quantile } from '../quantile'
import { rational } from '../rational'
import { meanInterval } from '../scores/mean-interval'
import { probabilityOfSuperiority } from '../scores/probability-of-superiority'
import { pairedPointDifference } from './paired-point-difference'
import { pointRate } from './point-rate'
import { strictPassRate } from './strict-pass-rate'
import { weightedItemScore } from './weighted-item-score'

const limits = (interval: { lower: number | null; upper: number | null }) => [interval.lower, interval.upper]

makeGoldCheck(case32, input => {
  const items = Object.values(input.results)
  const weights = Object.values(input.weights)
  const model = (name: 'A' | 'B') => {
    const points: (number | null)[][] = items.map(item => item[name])
    const [rate, strict] = [pointRate(points), strictPassRate(points)]
    const scores = points.map((own, i) => weightedItemScore(own, weights[i] ?? []).value ?? Number.NaN)
    const weighted = meanInterval(scores)
    return {
      item_rate: rate.value,
      n_items: rate.n,
      passed: points.flat().filter(point => point === 1).length,
      se_iid: rate.independentStandardError,
      se_cluster_cr1: rate.standardError,
      strict_rate: strict.value,
      strict_passed: Math.round((strict.value ?? 0) * strict.n),
      strict_wilson: limits(strict),
      weighted_prompt_score: { mean: weighted.value, se: weighted.standardError, per_prompt: scores },
    }
  }
  const difference = pairedPointDifference(items.map(({ A: first, B: second }) => ({ first, second })))
  return {
    A: model('A'),
    B: model('B'),
    A_minus_B_items: {
      mean: difference.value,
      n: difference.n,
      se_cr1: difference.standardError,
      t_df: difference.clusters - 1,
      p: difference.p,
    },
  }
})

makeGoldCheck(case33, input => {
  const systems = Object.entries(input.score_counts_0_to_3).map(([name, counts]) => {
    const scores = counts.flatMap((count, score) => new Array<number>(count).fill(score))
    const sum = scores.reduce((all, score) => all + score, 0)
    const one = meanInterval(scores)
    const { value, standardDeviation: sd, standardError: se, lower: lo, upper: hi, n } = one
    const acceptable = scores.filter(score => score >= 2).length
    const rate = wilsonInterval(acceptable, n)
    const display = formatHalfUp(rational(BigInt(sum), BigInt(n)), 2)
    const acceptable_ge2 = { x: acceptable, rate: rate.value, wilson: limits(rate) }
    const median = quantile(
      scores.toSorted((a, b) => a - b),
      0.5,
    )
    return [name, { n, mean: value, sd, se, lo, hi, sum, display, acceptable_ge2, median }]
  })
  const pairs = input.two_rater_table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  )
  const kappa = (weighting: 'identity' | 'linear' | 'quadratic') => {
    const { value, observedAgreement, expectedAgreement, standardError, nullStandardError } = cohenKappa(
      input.two_rater_table,
      weighting,
    )
    return { kappa: value, po: observedAgreement, pe: expectedAgreement, se: standardError, se0: nullStandardError }
  }
  const scoresOf = (name: 'GLM-4.5' | 'Seed-X') =>
    input.score_counts_0_to_3[name].flatMap((count, score) => new Array<number>(count).fill(score))
  return {
    ...Object.fromEntries(systems),
    superiority_GLM_vs_SeedX_unpaired: probabilityOfSuperiority(scoresOf('GLM-4.5'), scoresOf('Seed-X')).value,
    two_rater: { identity: kappa('identity'), linear: kappa('linear'), quadratic: kappa('quadratic') },
    two_rater_alpha: {
      ordinal: krippendorffAlpha(pairs, 'ordinal').value,
      interval: krippendorffAlpha(pairs, 'interval').value,
    },
  }
})

describe('rubrics', () => {
  it('leave points out that were not judged, and know partial credit', () => {
    expect(weightedItemScore([1, null, 0.5], [1, 5, 2])).toEqual({ value: 2 / 3, n: 2, reason: null })
    expect(weightedItemScore([null], [1])).toEqual({ value: null, n: 0, reason: 'no-data' })
  })

  it('count a response as fully met only when every judged point is', () => {
    expect(strictPassRate([[1, 1], [1, 0.5], [1, null], [null]])).toMatchObject({ value: 2 / 3, n: 3 })
    expect(strictPassRate([])).toMatchObject({ value: null, reason: 'no-data' })
  })

  it('the point rate covers, points of an item being alike', { timeout: 60_000 }, () =>
    makeRateCheck(
      random => {
        const points = Array.from({ length: 40 }, () => {
          const ease = 0.4 + 0.6 * random()
          return Array.from({ length: 5 }, () => (random() < ease ? 1 : 0))
        })
        const { lower, upper } = pointRate(points)
        return (lower ?? 2) <= 0.7 && 0.7 <= (upper ?? -2)
      },
      { atLeast: 0.93, atMost: 0.96 },
      1000,
    ),
  )
})
