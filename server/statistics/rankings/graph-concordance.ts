// How well scores (or a ranking) agree with a graph of preferences.
import { at } from '../at'
import type { Reason } from '../reason'

export interface GraphConcordance {
  /** Pairs of the graph that the scores order the same way, the other way, or not at all. */
  concordant: number
  discordant: number
  tied: number
  /** concordant/pairs: a tie counts as wrong. */
  pairAccuracy: number | null
  /** (C − D)/√((C + D)(C + D + T)); null when the scores tie all pairs. */
  tauB: number | null
  reason: Extract<Reason, 'no-data' | 'all-ties'> | null
}

/**
 * Descriptive, over the given pairs only: `edges` are [better, worse], `scores` grow with quality.
 * Example: scores 9, 7, 7 on 0 > 1, 0 > 2, 1 > 2 → accuracy 2/3.
 */
export function graphConcordance(
  edges: readonly (readonly [number, number])[],
  scores: readonly number[],
): GraphConcordance {
  const margins = edges.map(([better, worse]) => at(scores, better) - at(scores, worse))
  const concordant = margins.filter(margin => margin > 0).length
  const discordant = margins.filter(margin => margin < 0).length
  const decided = concordant + discordant
  return {
    concordant,
    discordant,
    tied: edges.length - decided,
    pairAccuracy: edges.length === 0 ? null : concordant / edges.length,
    tauB: decided === 0 ? null : (concordant - discordant) / Math.sqrt(decided * edges.length),
    reason: edges.length === 0 ? 'no-data' : decided === 0 ? 'all-ties' : null,
  }
}
