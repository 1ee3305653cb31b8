// Strengths together with how readily two equal items tie.
import { fitTiesModel, type NoTiesFit, type TiesModel } from './fit-ties-model'
import type { PairCounts } from './pair-counts'
import type { FittedStrengths } from './strength-fit'

export interface DavidsonFit extends FittedStrengths {
  /** ν: the odds of a tie between equal items are ν : 2. */
  tieParameter: number
}

export interface NoDavidsonFit extends NoTiesFit {
  tieParameter: null
}

/** The information is that of an exponential family: a covariance. */
const model: TiesModel = {
  method: "Davidson's ties model, maximum likelihood, strengths sum to zero",
  start: (ties, n) => Math.log((2 * ties) / (n - ties)),
  probabilities: (ahead, logTies) => {
    const [win, loss, tie] = [Math.exp(ahead / 2), Math.exp(-ahead / 2), Math.exp(logTies)]
    const all = win + loss + tie
    return { win: win / all, loss: loss / all, tie: tie / all }
  },
  addPair: (pair, { win, tie, loss }, _, { score, information }) => {
    const last = score.rows - 1
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
      add(item, last, (-sign * (win - loss) * tie) / 2)
      add(last, item, (-sign * (win - loss) * tie) / 2)
    }
    score.set(last, 0, score.get(last, 0) + pair.ties - pair.n * tie)
    add(last, last, tie * (1 - tie))
  },
}

/**
 * Estimand: π = e^β and ν with P(i beats j) = π_i/(π_i + π_j + ν√(π_iπ_j)) (Davidson 1970), Σβ = 0. Assumes independent
 * comparisons. Standard errors from the information, ν being estimated too. Separated and disconnected comparisons have
 * none; neither have comparisons in which everything tied or nothing did (then ν is 0: use Bradley–Terry).
 * Example: 36 pairs of Springall's nine samples → ν = 0.866.
 */
export function davidson(counts: PairCounts, level = 0.95): DavidsonFit | NoDavidsonFit {
  const fit = fitTiesModel(counts, model, level)
  if (fit.strengths === null) return { ...fit, tieParameter: null }
  const { readiness, ...strengths } = fit
  return { ...strengths, tieParameter: Math.exp(readiness) }
}
