// Who beats whom by majority, and whether that is an order.
import { at } from '../at'
import { graphComponents } from '../comparisons/graph-components'
import type { PairCounts } from '../comparisons/pair-counts'

export interface MajorityGraph {
  /** `margins[i][j]`: wins of i over j minus wins of j over i. */
  margins: number[][]
  /** The item that beats every other one by majority, or null. */
  condorcetWinner: number | null
  /** Items that beat each other in a circle by majority; empty when the majorities are an order. */
  cycles: number[][]
  /** Copeland score of each item: majorities won minus majorities lost. */
  copeland: number[]
}

/**
 * Majorities of pairwise comparisons; ties of a pair favour nobody. Descriptive: no uncertainty is attached.
 * Example: A over B 7 : 3, B over C 6 : 5, C over A 8 : 4 → no Condorcet winner, the cycle A, B, C.
 */
export function majorityGraph({ wins }: PairCounts): MajorityGraph {
  const margins = wins.map((row, i) => row.map((count, j) => (i === j ? 0 : count - at(at(wins, j), i))))
  const copeland = margins.map(row => row.filter(margin => margin > 0).length - row.filter(margin => margin < 0).length)
  const beatsAll = margins.findIndex(row => row.filter(margin => margin > 0).length === wins.length - 1)
  const beats = margins.map(row => row.map(margin => margin > 0))
  return {
    margins,
    condorcetWinner: wins.length < 2 || beatsAll === -1 ? null : beatsAll,
    cycles: graphComponents(beats).filter(component => component.length > 1),
    copeland,
  }
}
