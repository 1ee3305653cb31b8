// Chooses which pairs of models are compared next, so that their order becomes known with the fewest comparisons.
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { at } from '../statistics/at'
import type { PairCounts } from '../statistics/comparisons/pair-counts'
import { penalisedBradleyTerry } from '../statistics/comparisons/penalised-bradley-terry'

/** Two models by index, and how many comparisons of them can still be given. */
export interface OpenPair {
  first: number
  second: number
  left: number
}

export interface SteeringState {
  /** What is known: comparisons that were judged. */
  counts: PairCounts
  /** Comparisons per pair that are judged or with somebody now. */
  given: readonly (readonly number[])[]
  open: readonly OpenPair[]
  floorPerPair: number
}

/**
 * The next `count` pairs, in order. Every open pair is brought to the floor first, the one with the fewest comparisons
 * before others; then each next one is the one expected to lower most the probability that a pair of models is in the
 * wrong order, under the current Bradley–Terry fit (Firth's penalty, so that it exists from the start; normal
 * approximation), the comparisons chosen before it counted as made. Deterministic: of equals the first pair.
 */
export function nextComparisons(state: SteeringState, count: number): { first: number; second: number }[] {
  const left = state.open.map(pair => pair.left)
  const given = state.given.map(row => [...row])
  const chosen: { first: number; second: number }[] = []
  const take = (index: number) => {
    const pair = at(state.open, index)
    left[index] = at(left, index) - 1
    for (const [row, column] of [
      [pair.first, pair.second],
      [pair.second, pair.first],
    ] as const) {
      const cells = given[row]
      if (cells) cells[column] = at(cells, column) + 1
    }
    chosen.push({ first: pair.first, second: pair.second })
  }
  const fit = penalisedBradleyTerry(state.counts)
  // Where there is no common scale yet, all pairs come equally often.
  const floor = fit.strengths ? state.floorPerPair : Number.POSITIVE_INFINITY
  while (chosen.length < count) {
    const lacking = state.open
      .map((pair, index) => ({ index, n: at(at(given, pair.first), pair.second) }))
      .filter(({ index, n }) => at(left, index) > 0 && n < floor)
      .sort((a, b) => a.n - b.n || a.index - b.index)
    if (!lacking[0]) break
    take(lacking[0].index)
  }
  if (!fit.strengths) return chosen
  const beta = fit.strengths.map(strength => strength.value)
  let covariance = fit.covariance.map(row => [...row])
  while (chosen.length < count) {
    const gains = state.open.flatMap((pair, index) => {
      if (at(left, index) <= 0) return []
      const after = afterOneMore(covariance, pair, beta)
      return [{ index, after, doubt: misorder(beta, after) }]
    })
    const best = gains.reduce<(typeof gains)[number] | null>((a, b) => (a && a.doubt <= b.doubt ? a : b), null)
    if (!best) break
    take(best.index)
    covariance = best.after
  }
  return chosen
}

const varianceOf = (covariance: readonly (readonly number[])[], i: number, j: number) =>
  at(at(covariance, i), i) + at(at(covariance, j), j) - 2 * at(at(covariance, i), j)

/** The covariance when one more comparison of a pair has been made (rank-one update; its outcome does not matter). */
function afterOneMore(
  covariance: readonly (readonly number[])[],
  { first, second }: OpenPair,
  beta: readonly number[],
) {
  const p = 1 / (1 + Math.exp(at(beta, second) - at(beta, first)))
  const information = p * (1 - p)
  const column = covariance.map(row => at(row, first) - at(row, second))
  const scale = information / (1 + information * varianceOf(covariance, first, second))
  return covariance.map((row, i) => row.map((value, j) => value - scale * at(column, i) * at(column, j)))
}

/** Summed over pairs of models: how probable it is that the better one of the fit is not the better one. */
function misorder(beta: readonly number[], covariance: readonly (readonly number[])[]): number {
  let doubt = 0
  for (let i = 0; i < beta.length; i++)
    for (let j = 0; j < i; j++) {
      const deviation = Math.sqrt(Math.max(1e-12, varianceOf(covariance, i, j)))
      doubt += normalCdf(-Math.abs(at(beta, i) - at(beta, j)) / deviation, 0, 1)
    }
  return doubt
}
