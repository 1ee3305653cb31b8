import { at } from '../at'

/**
 * How often a first rater's value met a second rater's: `[first][second]` over the declared categories. Pairs with a
 * missing value are left out. @throws RangeError when a value is none of the categories
 */
export function crossTable(
  pairs: readonly (readonly [number | null, number | null])[],
  categories: readonly number[],
): number[][] {
  const table = categories.map(() => new Array<number>(categories.length).fill(0))
  for (const [first, second] of pairs) {
    if (first === null || second === null) continue
    const row = at(table, categories.indexOf(first))
    const column = categories.indexOf(second)
    row[column] = at(row, column) + 1
  }
  return table
}
