import { at } from '../at'
import type { ComparedPair } from './compared-pairs'

/** The same pairs with other counts: for each pair the wins of its first item, the ties, the wins of its second. */
export function recountPairs(pairs: readonly ComparedPair[], cells: ArrayLike<number>): ComparedPair[] {
  return pairs.map(({ first, second }, index) => {
    const [firstWins, ties, secondWins] = [at(cells, 3 * index), at(cells, 3 * index + 1), at(cells, 3 * index + 2)]
    return { first, second, firstWins, ties, secondWins, n: firstWins + ties + secondWins }
  })
}
