// Can these comparisons be put on one scale? To be asked before any model is fitted.
import { at } from '../at'
import { graphComponents } from './graph-components'
import type { PairCounts } from './pair-counts'

export interface ComparisonComponents {
  /** Groups of items that were compared with each other, directly or through third ones. More than one: no joint ranking. */
  groups: number[][]
  /** Best first: items of one component each beat another one by some path (a tie counts both ways). */
  order: number[][]
  /** Finite strengths exist exactly when everything is one component (Ford 1957). */
  verdict: 'connected' | 'separation' | 'disconnected'
}

/** Strong and weak connectivity of the graph winner → loser, ties being edges both ways. */
export function comparisonComponents({ wins, ties }: PairCounts): ComparisonComponents {
  const beats = wins.map((row, i) => row.map((count, j) => i !== j && (count > 0 || at(at(ties, i), j) > 0)))
  const meets = beats.map((row, i) => row.map((edge, j) => edge || at(at(beats, j), i)))
  const [groups, order] = [graphComponents(meets), graphComponents(beats)]
  const verdict = groups.length > 1 ? 'disconnected' : order.length > 1 ? 'separation' : 'connected'
  return { groups, order, verdict }
}
