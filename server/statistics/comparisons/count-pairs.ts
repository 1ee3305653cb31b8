import type { Comparison } from './comparison'
import type { PairCounts } from './pair-counts'

/** Sums comparisons up. @throws RangeError when one names an item outside 0 … items − 1 or compares an item with itself */
export function countPairs(items: number, comparisons: readonly Comparison[]): PairCounts {
  const empty = () => Array.from({ length: items }, () => new Array<number>(items).fill(0))
  const [wins, ties] = [empty(), empty()]
  const add = (matrix: number[][], row: number, column: number) => {
    const cells = matrix[row]
    if (cells?.[column] === undefined || row === column) throw new RangeError(`No pair ${row}, ${column} of ${items}.`)
    cells[column] = cells[column] + 1
  }
  for (const { first, second, outcome } of comparisons) {
    if (outcome === 'first') add(wins, first, second)
    else if (outcome === 'second') add(wins, second, first)
    else {
      add(ties, first, second)
      add(ties, second, first)
    }
  }
  return { wins, ties }
}
