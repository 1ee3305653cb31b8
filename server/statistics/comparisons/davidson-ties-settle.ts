import { comparedPairs } from './compared-pairs'
import type { PairCounts } from './pair-counts'

/**
 * Does Davidson's tie parameter have a finite estimate? Not when some strengths exist under which every decided pair is at
 * least two units apart and every tied pair at most two: then ties and wins can be told apart perfectly, and ν and the
 * strengths run away together. That is a system of differences, solvable unless it has a negative cycle (Bellman–Ford).
 */
export function davidsonTiesSettle(counts: PairCounts): boolean {
  const edges = comparedPairs(counts).flatMap(({ first, second, firstWins, ties, secondWins }) => [
    ...(firstWins > 0 ? [{ from: first, to: second, length: -2 }] : []),
    ...(secondWins > 0 ? [{ from: second, to: first, length: -2 }] : []),
    ...(ties > 0 ? [first, second].map(from => ({ from, to: first + second - from, length: 2 })) : []),
  ])
  const distance = new Array<number>(counts.wins.length).fill(0)
  let changed = true
  for (let round = 0; changed && round <= counts.wins.length; round++) {
    changed = false
    for (const { from, to, length } of edges) {
      const through = (distance[from] ?? 0) + length
      if (through < (distance[to] ?? 0)) {
        distance[to] = through
        changed = true
      }
    }
  }
  return changed
}
