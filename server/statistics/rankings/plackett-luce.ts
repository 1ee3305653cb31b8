// A common scale for items that were ranked, also in partial lists.
import { Matrix } from 'ml-matrix'
import { at } from '../at'
import { comparisonComponents } from '../comparisons/comparison-components'
import { countPairs } from '../comparisons/count-pairs'
import { describeStrengths } from '../comparisons/describe-strengths'
import { laplacianInverse } from '../comparisons/laplacian-inverse'
import type { FittedStrengths, NoStrengths } from '../comparisons/strength-fit'
import { sum } from '../sum'

const method = 'Plackett–Luce, maximum likelihood, log worths sum to zero'

/** Each choice of a best item among those left, of all rankings: the chosen one comes first. */
const choices = (rankings: readonly (readonly number[])[]) =>
  rankings.flatMap(ranking => ranking.slice(0, -1).map((_, place) => ranking.slice(place)))

function evaluate(beta: readonly number[], sets: readonly (readonly number[])[]) {
  const [score, information] = [Matrix.zeros(beta.length, 1), Matrix.zeros(beta.length, beta.length)]
  let logLikelihood = 0
  for (const left of sets) {
    const weights = left.map(item => Math.exp(at(beta, item)))
    const total = sum(weights)
    logLikelihood += Math.log(at(weights, 0) / total)
    for (const [place, item] of left.entries()) {
      const share = at(weights, place) / total
      score.set(item, 0, score.get(item, 0) + (place === 0 ? 1 : 0) - share)
      for (const [otherPlace, other] of left.entries()) {
        const own = item === other ? share : 0
        const value = own - (share * at(weights, otherPlace)) / total
        information.set(item, other, information.get(item, other) + value)
      }
    }
  }
  return { score, inverseInformation: laplacianInverse(information), logLikelihood }
}

/**
 * Estimand: log worths β with P(ranking) = Π exp(β_k)/Σ exp(β of those not yet placed), Σβ = 0. `rankings` are lists of
 * items, best first, without ties (with ties use `impliedPairs` and Bradley–Terry); lists may be partial. Assumes
 * independent rankings. Standard errors from the information. Strengths exist only when the graph "placed before" is
 * strongly connected (Hunter 2004); otherwise the order or the groups. `n` counts rankings of two or more.
 * Example: A, B / A, B / B, A → β = ±0.3466.
 */
export function plackettLuce(
  items: number,
  rankings: readonly (readonly number[])[],
  level = 0.95,
): FittedStrengths | NoStrengths {
  const sets = choices(rankings)
  const n = rankings.filter(ranking => ranking.length > 1).length
  const pairs = sets.flatMap(([best = 0, ...rest]) =>
    rest.map(worse => ({ first: best, second: worse, outcome: 'first' as const })),
  )
  const components = comparisonComponents(countPairs(items, pairs))
  if (items === 0) return { strengths: null, n, method, reason: 'no-data', components }
  if (components.verdict !== 'connected') return { strengths: null, n, method, reason: components.verdict, components }
  let beta = new Array<number>(items).fill(0)
  for (let round = 0; round < 500; round++) {
    const now = evaluate(beta, sets)
    const step = now.inverseInformation.mmul(now.score).to1DArray()
    const longest = Math.max(...step.map(Math.abs))
    if (longest < 1e-10)
      return {
        strengths: describeStrengths(beta, now.inverseInformation, level),
        covariance: now.inverseInformation.to2DArray(),
        logLikelihood: now.logLikelihood,
        n,
        method,
        reason: null,
      }
    const scale = Math.min(1, 1 / longest)
    beta = beta.map((value, item) => value + scale * at(step, item))
  }
  return { strengths: null, n, method, reason: 'not-converged', components }
}
