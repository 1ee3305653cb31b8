// The iteration behind models in which two items can tie: damped Newton steps over strengths and one more parameter.
import { inverse, Matrix } from 'ml-matrix'
import { at } from '../at'
import type { Reason } from '../reason'
import { sum } from '../sum'
import { type ComparedPair, comparedPairs } from './compared-pairs'
import { type ComparisonComponents, comparisonComponents } from './comparison-components'
import { davidsonTiesSettle } from './davidson-ties-settle'
import { describeStrengths } from './describe-strengths'
import type { PairCounts } from './pair-counts'
import type { FittedStrengths } from './strength-fit'

export interface OutcomeProbabilities {
  win: number
  tie: number
  loss: number
}

/** Of one pair of items; `readiness` is the logarithm of the model's own parameter. */
export interface TiesModel {
  method: string
  /** Where the iteration begins, from the ties among all comparisons. */
  start: (ties: number, n: number) => number
  /** Null: there is no such readiness. */
  probabilities: (ahead: number, readiness: number) => OutcomeProbabilities | null
  /** Adds a pair's share to the score vector and the information of (β, readiness); the readiness comes last. */
  addPair: (pair: ComparedPair, probabilities: OutcomeProbabilities, readiness: number, to: Derivatives) => void
}

export interface Derivatives {
  score: Matrix
  information: Matrix
}

export interface TiesFit extends FittedStrengths {
  readiness: number
}

export interface NoTiesFit {
  strengths: null
  n: number
  method: string
  reason: Reason
  components: ComparisonComponents
}

const logTerm = (count: number, probability: number) => (count === 0 ? 0 : count * Math.log(probability))

/**
 * Maximum likelihood, Σβ = 0. Standard errors from the information, the readiness being estimated too. Separated and
 * disconnected comparisons have no strengths; neither have comparisons in which everything tied or nothing did.
 */
export function fitTiesModel(counts: PairCounts, model: TiesModel, level: number): TiesFit | NoTiesFit {
  const { method } = model
  const pairs = comparedPairs(counts)
  const n = sum(pairs.map(pair => pair.n))
  const ties = sum(pairs.map(pair => pair.ties))
  const components = comparisonComponents(counts)
  const none = (reason: Reason): NoTiesFit => ({ strengths: null, n, method, reason, components })
  if (n === 0) return none('no-data')
  if (components.verdict !== 'connected') return none(components.verdict)
  if (ties === 0) return none('no-ties')
  if (ties === n) return none('no-decisive-comparisons')
  if (!davidsonTiesSettle(counts)) return none('separation')

  const ahead = (beta: readonly number[], { first, second }: ComparedPair) => at(beta, first) - at(beta, second)
  const logLikelihood = (beta: readonly number[], readiness: number) =>
    sum(
      pairs.map(pair => {
        const found = model.probabilities(ahead(beta, pair), readiness)
        if (!found) return Number.NEGATIVE_INFINITY
        return logTerm(pair.firstWins, found.win) + logTerm(pair.ties, found.tie) + logTerm(pair.secondWins, found.loss)
      }),
    )

  let beta = new Array<number>(counts.wins.length).fill(0)
  let readiness = model.start(ties, n)
  let reached = logLikelihood(beta, readiness)
  for (let round = 0; round < 500 && Number.isFinite(reached); round++) {
    const size = beta.length + 1
    const derivatives = { score: Matrix.zeros(size, 1), information: Matrix.zeros(size, size) }
    for (const pair of pairs) {
      const found = model.probabilities(ahead(beta, pair), readiness)
      if (found) model.addPair(pair, found, readiness, derivatives)
    }
    const { score, information } = derivatives
    const share = 1 / beta.length
    // Adding the same to every strength changes nothing: fix that direction, so that the matrix can be inverted.
    for (const row of beta.keys())
      for (const column of beta.keys()) information.set(row, column, information.get(row, column) + share)
    const covariance = inverse(information)
    const step = covariance.mmul(score).to1DArray()
    const longest = Math.max(...step.map(Math.abs))
    if (longest < 1e-10) {
      const strengthsOnly = covariance.subMatrix(0, beta.length - 1, 0, beta.length - 1).sub(share)
      return {
        strengths: describeStrengths(beta, strengthsOnly, level),
        covariance: strengthsOnly.to2DArray(),
        readiness,
        logLikelihood: reached,
        n,
        method,
        reason: null,
      }
    }
    for (let scale = Math.min(1, 2 / longest); ; scale /= 2) {
      const next = beta.map((value, item) => value + scale * at(step, item))
      const nextReadiness = readiness + scale * at(step, beta.length)
      const nextReached = logLikelihood(next, nextReadiness)
      if (nextReached >= reached - 1e-9 || scale < 1e-6) {
        ;[beta, readiness, reached] = [next, nextReadiness, nextReached]
        break
      }
    }
  }
  return none('not-converged')
}
