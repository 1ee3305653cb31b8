// Orders of slots in which each model stands in each slot equally often, as nearly as whole blocks allow.
import type { SeededRandom } from './seeded-random'

/**
 * `count` orders (permutations of 0 … size−1). They come in blocks of one or two Latin squares, drawn at random, with
 * rows shuffled, so that the block size varies and the next order cannot be told from the last ones. In every complete
 * block each member stands in each position equally often; in a block that is cut short (only the last one) the counts
 * differ by at most one.
 */
export function balancedOrders(size: number, count: number, random: SeededRandom): number[][] {
  const orders: number[][] = []
  while (orders.length < count) {
    const left = count - orders.length
    const squares = left >= 2 * size && random.below(2) === 1 ? 2 : 1
    const block = Array.from({ length: squares }, () => latinSquare(size, random)).flat()
    orders.push(...random.shuffle(block).slice(0, left))
  }
  return orders
}

/** `count` orders, each drawn for itself. */
export const randomOrders = (size: number, count: number, random: SeededRandom): number[][] =>
  Array.from({ length: count }, () => random.shuffle(Array.from({ length: size }, (_, index) => index)))

/**
 * The order of a later place of the same item: every response moves on by `round − 1` positions (and with two responses
 * swaps), so that over the places of an item no response keeps its slot.
 */
export function counterbalance<T>(order: readonly T[], round: number): T[] {
  const by = (round - 1) % order.length
  return [...order.slice(by), ...order.slice(0, by)]
}

/** A Latin square: each row a permutation, each member once in each column. Rows, columns and names are drawn at random. */
function latinSquare(size: number, random: SeededRandom): number[][] {
  const range = Array.from({ length: size }, (_, index) => index)
  const names = random.shuffle(range)
  const columns = random.shuffle(range)
  return random.shuffle(range).map(row => columns.map(column => names[(row + column) % size] as number))
}
