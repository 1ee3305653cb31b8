// The pairwise comparisons that a ranking implies.
import type { Comparison } from '../comparisons/comparison'

/**
 * All implied pairs of one ranking: the better of each two, or a tie where they share a rank. `ranks` has a place for
 * each item, 1 being best; null for an item that was not ranked, of which nothing is implied. First is the smaller index.
 * Example: ranks 2, 1, null, 2 → item 1 beats 0, 0 ties 3, 1 beats 3. Pairs of one ranking are not independent.
 */
export function impliedPairs(ranks: readonly (number | null)[]): Comparison[] {
  return ranks.flatMap((own, first) =>
    ranks.flatMap((other, second): Comparison[] => {
      if (second <= first || own === null || other === null) return []
      return [{ first, second, outcome: own === other ? 'tie' : own < other ? 'first' : 'second' }]
    }),
  )
}
