// Strengths as they would be if the two responses were alike in some other respect, such as length.
import { inverse, Matrix } from 'ml-matrix'
import { at } from '../at'
import { criticalNormal } from '../critical-normal'
import type { Estimate } from '../estimate'
import { mean } from '../mean'
import { sum } from '../sum'
import type { Comparison } from './comparison'
import { comparisonComponents } from './comparison-components'
import { countPairs } from './count-pairs'
import { describeStrengths } from './describe-strengths'
import type { FittedStrengths, NoStrengths } from './strength-fit'

export interface AdjustedComparison extends Comparison {
  /** How much more of it the first response has, for length (first − second)/(first + second). */
  difference: number
}

export interface AdjustedFit extends FittedStrengths {
  /** Log-odds per standard deviation of the difference. */
  effect: Estimate
  /** Mean and population standard deviation of the differences, which were taken out of them before the fit. */
  meanDifference: number
  deviation: number
}

const method = 'Bradley–Terry with a covariate, ties as half wins, sandwich standard errors (exploratory)'
const won = { first: 1, tie: 0.5, second: 0 }

/**
 * Estimand: β and γ with logit P(first wins) = β_first − β_second + γ·z, z the difference standardised over the
 * comparisons (population SD), Σβ = 0. Assumes independent comparisons and a linear effect; exploratory, as length may be
 * part of quality. Centring z moves an advantage of the first slot into γ·mean: randomise slots. Checks connectivity
 * first. Example: gold case 34 → γ = 0.30.
 */
export function adjustedBradleyTerry(
  items: number,
  comparisons: readonly AdjustedComparison[],
  level = 0.95,
): AdjustedFit | NoStrengths {
  const n = comparisons.length
  const components = comparisonComponents(countPairs(items, comparisons))
  if (n === 0) return { strengths: null, n, method, reason: 'no-data', components }
  if (components.verdict !== 'connected') return { strengths: null, n, method, reason: components.verdict, components }
  const raw = comparisons.map(comparison => comparison.difference)
  const centre = mean(raw)
  const deviation = Math.sqrt(mean(raw.map(value => (value - centre) ** 2)))
  if (deviation === 0) return { strengths: null, n, method, reason: 'no-variation', components }
  const rows = comparisons.map(({ first, second, outcome, difference }) => ({
    parts: [[first, 1] as const, [second, -1] as const, [items, (difference - centre) / deviation] as const],
    won: won[outcome],
  }))
  const chance = (parameters: readonly number[], parts: (typeof rows)[number]['parts']) =>
    1 / (1 + Math.exp(-sum(parts.map(([index, value]) => at(parameters, index) * value))))
  const accumulate = (weight: (p: number, outcome: number) => number, parameters: readonly number[]) => {
    const matrix = Matrix.zeros(items + 1, items + 1)
    for (const row of rows) {
      const w = weight(chance(parameters, row.parts), row.won)
      for (const [i, a] of row.parts) for (const [j, b] of row.parts) matrix.set(i, j, matrix.get(i, j) + w * a * b)
    }
    return matrix
  }
  // Adding the same to every strength changes nothing: that direction is fixed, so that the matrix can be inverted.
  const fixed = Matrix.zeros(items + 1, items + 1)
  fixed.setSubMatrix(Matrix.ones(items, items).div(items), 0, 0)
  let parameters = new Array<number>(items + 1).fill(0)
  for (let round = 0; round < 200; round++) {
    const now = parameters
    const inverted = inverse(accumulate(p => p * (1 - p), now).add(fixed)).sub(fixed)
    const score = Matrix.zeros(items + 1, 1)
    for (const row of rows) {
      const surplus = row.won - chance(now, row.parts)
      for (const [index, value] of row.parts) score.set(index, 0, score.get(index, 0) + surplus * value)
    }
    const step = inverted.mmul(score).to1DArray()
    const longest = Math.max(...step.map(Math.abs))
    if (!Number.isFinite(longest)) break
    if (longest < 1e-10) {
      const covariance = inverted.mmul(accumulate((p, outcome) => (outcome - p) ** 2, now)).mmul(inverted)
      const [gamma, half] = [at(now, items), criticalNormal(level) * Math.sqrt(covariance.get(items, items))]
      const ofStrengths = covariance.subMatrix(0, items - 1, 0, items - 1)
      const likelihoods = rows.map(row => {
        const p = chance(now, row.parts)
        return row.won * Math.log(p) + (1 - row.won) * Math.log1p(-p)
      })
      return {
        strengths: describeStrengths(now.slice(0, items), ofStrengths, level),
        covariance: ofStrengths.to2DArray(),
        logLikelihood: sum(likelihoods),
        n,
        method,
        reason: null,
        meanDifference: centre,
        deviation,
        effect: { value: gamma, lower: gamma - half, upper: gamma + half, n, method, reason: null },
      }
    }
    const scale = Math.min(1, 2 / longest)
    parameters = now.map((value, index) => value + scale * at(step, index))
  }
  return { strengths: null, n, method, reason: 'not-converged', components }
}
