import type { CountedComparison } from './counted-comparison'
import type { PairCounts } from './pair-counts'

/** Sums comparisons up. @throws RangeError when one names an item outside 0 … items − 1 or compares an item with itself */
export function countPairs(items: number, comparisons: readonly CountedComparison[]): PairCounts {
  const empty = () => Array.from({ length: items }, () => new Array<number>(items).fill(0))
  const [wins, ties] = [empty(), empty()]
  const add = (matrix: number[][], row: number, column: number, count: number) => {
    const cells = matrix[row]
    if (cells?.[column] === undefined || row === column) throw new RangeError(`No pair ${row}, ${column} of ${items}.`)
    cells[column] = cells[column] + count
  }
  for (const { first, second, outcome, count = 1 } of comparisons) {
    if (outcome === 'first') add(wins, first, second, count)
    else if (outcome === 'second') add(wins, second, first, count)
    else {
      add(ties, first, second, count)
      add(ties, second, first, count)
    }
  }
  return { wins, ties }
}
