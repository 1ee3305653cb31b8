// The iteration behind Bradley–Terry: logit P(i beats j) = β_i − β_j, ties as half wins.
import { Matrix } from 'ml-matrix'
import { at } from '../at'
import type { ComparedPair } from './compared-pairs'
import { laplacianInverse } from './laplacian-inverse'
import { pairLaplacian } from './pair-laplacian'

export interface PairedLogit {
  /** Sum to zero. */
  beta: number[]
  /** Pseudo-inverse of the information at `beta`. */
  inverseInformation: Matrix
  /** P(first beats second) under the fit. */
  probability: (pair: ComparedPair) => number
}

const winProbability = (beta: readonly number[], pair: ComparedPair) =>
  1 / (1 + Math.exp(at(beta, pair.second) - at(beta, pair.first)))

/** The pseudo-inverse of the information, had each pair been compared `times` times. */
function inverseInformationAt(
  beta: readonly number[],
  pairs: readonly ComparedPair[],
  times: (pair: ComparedPair) => number,
) {
  const weight = (pair: ComparedPair) => {
    const p = winProbability(beta, pair)
    return times(pair) * p * (1 - p)
  }
  return laplacianInverse(pairLaplacian(beta.length, pairs, weight))
}

/**
 * Maximum likelihood, or Firth's penalised likelihood (Jeffreys' prior), by scoring steps. The graph of the pairs must be
 * connected, and without the penalty strongly connected. Null when the iteration does not settle. `start`, when given,
 * saves steps near a known solution; it must sum to zero.
 */
export function fitPairedLogit(
  items: number,
  pairs: readonly ComparedPair[],
  penalised: boolean,
  start?: readonly number[],
): PairedLogit | null {
  let beta = start === undefined ? new Array<number>(items).fill(0) : [...start]
  for (let round = 0; round < 1000; round++) {
    const now = beta
    const inverseInformation = inverseInformationAt(now, pairs, pair => pair.n)
    // Firth's penalty acts like this many further comparisons of the pair, half of them won.
    const further = (pair: ComparedPair) => {
      if (!penalised) return 0
      const { first, second, n } = pair
      const p = winProbability(now, pair)
      const covariance = inverseInformation.get(first, second)
      return (
        n *
        p *
        (1 - p) *
        (inverseInformation.get(first, first) + inverseInformation.get(second, second) - 2 * covariance)
      )
    }
    const score = Matrix.zeros(items, 1)
    for (const pair of pairs) {
      const won = pair.firstWins + pair.ties / 2 + further(pair) / 2
      const surplus = won - (pair.n + further(pair)) * winProbability(now, pair)
      score.set(pair.first, 0, score.get(pair.first, 0) + surplus)
      score.set(pair.second, 0, score.get(pair.second, 0) - surplus)
    }
    const step = inverseInformationAt(now, pairs, pair => pair.n + further(pair))
      .mmul(score)
      .to1DArray()
    const longest = Math.max(...step.map(Math.abs))
    if (!Number.isFinite(longest)) return null
    if (longest < 1e-10) return { beta, inverseInformation, probability: pair => winProbability(now, pair) }
    // Far from the solution a full step can overshoot; two logits at a time always come back.
    const scale = Math.min(1, 2 / longest)
    beta = now.map((value, item) => value + scale * at(step, item))
  }
  return null
}
