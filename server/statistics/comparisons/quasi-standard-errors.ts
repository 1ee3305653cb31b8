// One error per item that serves all comparisons, for a chart without a reference.
import { Matrix, SVD, solve } from 'ml-matrix'
import { at } from '../at'

/**
 * Quasi standard errors (Firth & de Menezes 2004): q with q_i² + q_j² ≈ the variance of β_i − β_j for all pairs, by least
 * squares of the logarithms. Bars of ±1.39·q that do not overlap then differ at about 5 %, whichever item is the zero.
 * Assumes a covariance of strengths; approximate from four items on. Null for fewer than three items, for equal strengths
 * without an error, and when no positive solution exists (an item that is known much better than all others).
 * Example: four journals' citations → 0.042, 0.092, 0.043, 0.059.
 */
export function quasiStandardErrors(covariance: readonly (readonly number[])[]): number[] | null {
  const items = covariance.length
  const entry = (i: number, j: number) => at(at(covariance, i), j)
  const pairs = covariance.flatMap((_, i) =>
    covariance.flatMap((__, j) => (j <= i ? [] : [{ i, j, variance: entry(i, i) + entry(j, j) - 2 * entry(i, j) }])),
  )
  if (items < 3 || pairs.some(({ variance }) => !(variance > 0))) return null
  let quasi = covariance.map((_, i) => entry(i, i))
  for (let round = 0; round < 200; round++) {
    const sums = pairs.map(({ i, j }) => at(quasi, i) + at(quasi, j))
    if (sums.some(one => !(one > 0))) return null
    const slopes = Matrix.zeros(pairs.length, items)
    for (const [row, { i, j }] of pairs.entries())
      for (const column of [i, j]) slopes.set(row, column, 1 / at(sums, row))
    const residuals = Matrix.columnVector(pairs.map(({ variance }, row) => Math.log(variance / at(sums, row))))
    if (new SVD(slopes).rank < items) return null
    const step = solve(slopes, residuals, true).to1DArray()
    quasi = quasi.map((one, i) => one + at(step, i))
    const largest = Math.max(...quasi)
    if (step.every(one => Math.abs(one) < 1e-13 * largest))
      return quasi.every(one => one > 0) ? quasi.map(Math.sqrt) : null
  }
  return null
}
