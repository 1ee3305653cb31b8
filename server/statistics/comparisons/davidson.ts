// Strengths together with how readily two equal items tie.
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

export interface DavidsonFit extends FittedStrengths {
  /** ν: the odds of a tie between equal items are ν : 2. */
  tieParameter: number
}

export interface NoDavidsonFit {
  strengths: null
  tieParameter: null
  n: number
  method: string
  reason: Reason
  components: ComparisonComponents
}

const method = "Davidson's ties model, maximum likelihood, strengths sum to zero"

function outcomeProbabilities(beta: readonly number[], logTies: number, pair: ComparedPair) {
  const half = (at(beta, pair.first) - at(beta, pair.second)) / 2
  const [win, loss, tie] = [Math.exp(half), Math.exp(-half), Math.exp(logTies)]
  const all = win + loss + tie
  return { win: win / all, loss: loss / all, tie: tie / all }
}

const logTerm = (count: number, probability: number) => (count === 0 ? 0 : count * Math.log(probability))

function logLikelihood(beta: readonly number[], logTies: number, pairs: readonly ComparedPair[]) {
  return sum(
    pairs.map(pair => {
      const { win, tie, loss } = outcomeProbabilities(beta, logTies, pair)
      return logTerm(pair.firstWins, win) + logTerm(pair.ties, tie) + logTerm(pair.secondWins, loss)
    }),
  )
}

/** Score vector and information of (β, ln ν). The information is that of an exponential family: a covariance. */
function derivatives(beta: readonly number[], logTies: number, pairs: readonly ComparedPair[]) {
  const size = beta.length + 1
  const [score, information] = [Matrix.zeros(size, 1), Matrix.zeros(size, size)]
  for (const pair of pairs) {
    const { win, tie, loss } = outcomeProbabilities(beta, logTies, pair)
    const surplus = (pair.firstWins - pair.secondWins - pair.n * (win - loss)) / 2
    const parts = [
      [pair.first, 1],
      [pair.second, -1],
    ] as const
    const add = (row: number, column: number, value: number) =>
      information.set(row, column, information.get(row, column) + pair.n * value)
    for (const [item, sign] of parts) {
      score.set(item, 0, score.get(item, 0) + sign * surplus)
      for (const [other, otherSign] of parts)
        add(item, other, (sign * otherSign * (win + loss - (win - loss) ** 2)) / 4)
      add(item, size - 1, (-sign * (win - loss) * tie) / 2)
      add(size - 1, item, (-sign * (win - loss) * tie) / 2)
    }
    score.set(size - 1, 0, score.get(size - 1, 0) + pair.ties - pair.n * tie)
    add(size - 1, size - 1, tie * (1 - tie))
  }
  // Adding the same to every strength changes nothing: fix that direction, so that the matrix can be inverted.
  for (const row of beta.keys())
    for (const column of beta.keys()) information.set(row, column, information.get(row, column) + 1 / beta.length)
  return { score, covariance: inverse(information) }
}

/**
 * Estimand: π = e^β and ν with P(i beats j) = π_i/(π_i + π_j + ν√(π_iπ_j)) (Davidson 1970), Σβ = 0. Assumes independent
 * comparisons. Standard errors from the information, ν being estimated too. Separated and disconnected comparisons have
 * none; neither have comparisons in which everything tied or nothing did (then ν is 0: use Bradley–Terry).
 * Example: 36 pairs of Springall's nine samples → ν = 0.866.
 */
export function davidson(counts: PairCounts, level = 0.95): DavidsonFit | NoDavidsonFit {
  const pairs = comparedPairs(counts)
  const n = sum(pairs.map(pair => pair.n))
  const ties = sum(pairs.map(pair => pair.ties))
  const components = comparisonComponents(counts)
  const none = (reason: Reason): NoDavidsonFit => ({
    strengths: null,
    tieParameter: null,
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
  let logTies = Math.log((2 * ties) / (n - ties))
  let reached = logLikelihood(beta, logTies, pairs)
  for (let round = 0; round < 500; round++) {
    const { score, covariance } = derivatives(beta, logTies, pairs)
    const step = covariance.mmul(score).to1DArray()
    const longest = Math.max(...step.map(Math.abs))
    if (longest < 1e-10) {
      const share = 1 / beta.length
      const strengthsOnly = covariance.subMatrix(0, beta.length - 1, 0, beta.length - 1).sub(share)
      return {
        strengths: describeStrengths(beta, strengthsOnly, level),
        covariance: strengthsOnly.to2DArray(),
        tieParameter: Math.exp(logTies),
        logLikelihood: reached,
        n,
        method,
        reason: null,
      }
    }
    for (let scale = Math.min(1, 2 / longest); ; scale /= 2) {
      const next = beta.map((value, item) => value + scale * at(step, item))
      const nextTies = logTies + scale * at(step, beta.length)
      const nextReached = logLikelihood(next, nextTies, pairs)
      if (nextReached >= reached - 1e-9 || scale < 1e-6) {
        ;[beta, logTies, reached] = [next, nextTies, nextReached]
        break
      }
    }
  }
  return none('not-converged')
}
