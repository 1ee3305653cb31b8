// Strengths together with a threshold below which two items look alike.
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

export interface RaoKupperFit extends FittedStrengths {
  /** θ ≥ 1: two items tie when the odds of seeing a difference lie between 1/θ and θ. */
  tieThreshold: number
}

export interface NoRaoKupperFit {
  strengths: null
  tieThreshold: null
  n: number
  method: string
  reason: Reason
  components: ComparisonComponents
}

const method = "Rao & Kupper's ties model, maximum likelihood, strengths sum to zero"
const logistic = (x: number) => 1 / (1 + Math.exp(-x))
const logTerm = (count: number, probability: number) => (count === 0 ? 0 : count * Math.log(probability))

function outcomeProbabilities(beta: readonly number[], logThreshold: number, pair: ComparedPair) {
  const ahead = at(beta, pair.first) - at(beta, pair.second)
  const [win, loss] = [logistic(ahead - logThreshold), logistic(-ahead - logThreshold)]
  return { win, loss, tie: Math.expm1(2 * logThreshold) * win * loss }
}

function logLikelihood(beta: readonly number[], logThreshold: number, pairs: readonly ComparedPair[]) {
  return sum(
    pairs.map(pair => {
      const { win, tie, loss } = outcomeProbabilities(beta, logThreshold, pair)
      return logTerm(pair.firstWins, win) + logTerm(pair.ties, tie) + logTerm(pair.secondWins, loss)
    }),
  )
}

/** Score vector and observed information of (β, ln θ); a tie is a win and a loss, both just missed. */
function derivatives(beta: readonly number[], logThreshold: number, pairs: readonly ComparedPair[]) {
  const size = beta.length + 1
  const [score, information] = [Matrix.zeros(size, 1), Matrix.zeros(size, size)]
  const add = (matrix: Matrix, row: number, column: number, value: number) =>
    matrix.set(row, column, matrix.get(row, column) + value)
  // θ²/(θ² − 1)
  const grown = -1 / Math.expm1(-2 * logThreshold)
  for (const pair of pairs) {
    const { win, loss } = outcomeProbabilities(beta, logThreshold, pair)
    const sides = [
      { count: pair.firstWins + pair.ties, chance: win, better: pair.first, worse: pair.second },
      { count: pair.secondWins + pair.ties, chance: loss, better: pair.second, worse: pair.first },
    ]
    for (const { count, chance, better, worse } of sides) {
      const direction = [[better, 1] as const, [worse, -1] as const, [size - 1, -1] as const]
      for (const [row, sign] of direction) {
        add(score, row, 0, count * (1 - chance) * sign)
        for (const [column, other] of direction)
          add(information, row, column, count * chance * (1 - chance) * sign * other)
      }
    }
    add(score, size - 1, 0, 2 * grown * pair.ties)
    add(information, size - 1, size - 1, 4 * grown * (grown - 1) * pair.ties)
  }
  // Adding the same to every strength changes nothing: fix that direction, so that the matrix can be inverted.
  for (const row of beta.keys())
    for (const column of beta.keys()) information.set(row, column, information.get(row, column) + 1 / beta.length)
  return { score, covariance: inverse(information) }
}

/**
 * Estimand: π = e^β and θ with P(i beats j) = π_i/(π_i + θπ_j) (Rao & Kupper 1967), Σβ = 0. Assumes independent
 * comparisons. A second model of ties beside `davidson`; the higher likelihood fits better. Standard errors from the
 * observed information, θ being estimated too. Undefined where `davidson` is. Example: Springall's nine samples → θ = 2.008.
 */
export function raoKupper(counts: PairCounts, level = 0.95): RaoKupperFit | NoRaoKupperFit {
  const pairs = comparedPairs(counts)
  const n = sum(pairs.map(pair => pair.n))
  const ties = sum(pairs.map(pair => pair.ties))
  const components = comparisonComponents(counts)
  const none = (reason: Reason): NoRaoKupperFit => ({
    strengths: null,
    tieThreshold: null,
    n,
    method,
    reason,
    components,
  })
  if (n === 0) return none('no-data')
  if (components.verdict !== 'connected') return none(components.verdict)
  if (ties === 0) return none('no-ties')
  if (ties === n) return none('no-decisive-comparisons')
  if (!davidsonTiesSettle(counts)) return none('separation')
  let beta = new Array<number>(counts.wins.length).fill(0)
  // Equal items tie with probability (θ − 1)/(θ + 1).
  let logThreshold = Math.log((n + ties) / (n - ties))
  let reached = logLikelihood(beta, logThreshold, pairs)
  for (let round = 0; round < 500; round++) {
    const { score, covariance } = derivatives(beta, logThreshold, pairs)
    const step = covariance.mmul(score).to1DArray()
    const longest = Math.max(...step.map(Math.abs))
    if (longest < 1e-10) {
      const strengthsOnly = covariance.subMatrix(0, beta.length - 1, 0, beta.length - 1).sub(1 / beta.length)
      return {
        strengths: describeStrengths(beta, strengthsOnly, level),
        covariance: strengthsOnly.to2DArray(),
        tieThreshold: Math.exp(logThreshold),
        logLikelihood: reached,
        n,
        method,
        reason: null,
      }
    }
    for (let scale = Math.min(1, 2 / longest); ; scale /= 2) {
      const next = beta.map((value, item) => value + scale * at(step, item))
      const nextThreshold = logThreshold + scale * at(step, beta.length)
      const nextReached = nextThreshold > 0 ? logLikelihood(next, nextThreshold, pairs) : Number.NEGATIVE_INFINITY
      if (nextReached >= reached - 1e-9 || scale < 1e-6) {
        ;[beta, logThreshold, reached] = [next, nextThreshold, nextReached]
        break
      }
    }
    if (!(logThreshold > 0)) return none('not-converged')
  }
  return none('not-converged')
}
