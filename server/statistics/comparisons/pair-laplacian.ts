import { Matrix } from 'ml-matrix'
import type { ComparedPair } from './compared-pairs'

/** Σ w(e_i − e_j)(e_i − e_j)ᵀ over the pairs, with the weight of each. */
export function pairLaplacian(
  items: number,
  pairs: readonly ComparedPair[],
  weight: (pair: ComparedPair) => number,
): Matrix {
  const laplacian = Matrix.zeros(items, items)
  const add = (row: number, column: number, value: number) =>
    laplacian.set(row, column, laplacian.get(row, column) + value)
  for (const pair of pairs) {
    const { first, second } = pair
    const w = weight(pair)
    add(first, first, w)
    add(second, second, w)
    add(first, second, -w)
    add(second, first, -w)
  }
  return laplacian
}
