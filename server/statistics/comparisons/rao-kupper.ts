// Strengths together with a threshold below which two items look alike.
import type { Matrix } from 'ml-matrix'
import { fitTiesModel, type NoTiesFit, type TiesModel } from './fit-ties-model'
import type { PairCounts } from './pair-counts'
import type { FittedStrengths } from './strength-fit'

export interface RaoKupperFit extends FittedStrengths {
  /** θ ≥ 1: two items tie when the odds of seeing a difference lie between 1/θ and θ. */
  tieThreshold: number
}

export interface NoRaoKupperFit extends NoTiesFit {
  tieThreshold: null
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The information is the observed one; a tie is a win and a loss, both just missed. */
const model: TiesModel = {
  method: "Rao & Kupper's ties model, maximum likelihood, strengths sum to zero",
  // Equal items tie with probability (θ − 1)/(θ + 1).
  start: (ties, n) => Math.log((n + ties) / (n - ties)),
  probabilities: (ahead, logThreshold) => {
    if (!(logThreshold > 0)) return null
    const [win, loss] = [logistic(ahead - logThreshold), logistic(-ahead - logThreshold)]
    return { win, loss, tie: Math.expm1(2 * logThreshold) * win * loss }
  },
  addPair: (pair, { win, loss }, logThreshold, { score, information }) => {
    const last = score.rows - 1
    // θ²/(θ² − 1)
    const grown = -1 / Math.expm1(-2 * logThreshold)
    const add = (matrix: Matrix, row: number, column: number, value: number) =>
      matrix.set(row, column, matrix.get(row, column) + value)
    const sides = [
      { count: pair.firstWins + pair.ties, chance: win, better: pair.first, worse: pair.second },
      { count: pair.secondWins + pair.ties, chance: loss, better: pair.second, worse: pair.first },
    ]
    for (const { count, chance, better, worse } of sides) {
      const direction = [[better, 1] as const, [worse, -1] as const, [last, -1] as const]
      for (const [row, sign] of direction) {
        add(score, row, 0, count * (1 - chance) * sign)
        for (const [column, other] of direction)
          add(information, row, column, count * chance * (1 - chance) * sign * other)
      }
    }
    add(score, last, 0, 2 * grown * pair.ties)
    add(information, last, last, 4 * grown * (grown - 1) * pair.ties)
  },
}

/**
 * Estimand: π = e^β and θ with P(i beats j) = π_i/(π_i + θπ_j) (Rao & Kupper 1967), Σβ = 0. Assumes independent
 * comparisons. A second model of ties beside `davidson`; the higher likelihood fits better. Standard errors from the
 * observed information, θ being estimated too. Undefined where `davidson` is. Example: Springall's nine samples → θ = 2.008.
 */
export function raoKupper(counts: PairCounts, level = 0.95): RaoKupperFit | NoRaoKupperFit {
  const fit = fitTiesModel(counts, model, level)
  if (fit.strengths === null) return { ...fit, tieThreshold: null }
  const { readiness, ...strengths } = fit
  return { ...strengths, tieThreshold: Math.exp(readiness) }
}
