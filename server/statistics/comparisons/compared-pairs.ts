import { at } from '../at'
import type { PairCounts } from './pair-counts'

/** Two items that were compared at least once; `first` is the smaller index. */
export interface ComparedPair {
  first: number
  second: number
  firstWins: number
  ties: number
  secondWins: number
  n: number
}

/** The pairs that were compared, each once. */
export function comparedPairs({ wins, ties }: PairCounts): ComparedPair[] {
  return wins.flatMap((row, first) =>
    row.flatMap((firstWins, second) => {
      if (second <= first) return []
      const pair = {
        first,
        second,
        firstWins,
        ties: at(at(ties, first), second),
        secondWins: at(at(wins, second), first),
      }
      const n = pair.firstWins + pair.ties + pair.secondWins
      return n === 0 ? [] : [{ ...pair, n }]
    }),
  )
}
