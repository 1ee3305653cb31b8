// Least squares with an own level for every block: what is alike within a block cancels.
import { inverse, Matrix, SVD } from 'ml-matrix'
import { at } from '../at'
import { groupBy } from '../group-by'
import { mean } from '../mean'
import { sum } from '../sum'

export interface BlockRow {
  block: string
  y: number
  x: readonly number[]
}

export interface BlockFit {
  coefficients: number[]
  covariance: number[][]
  residualSumOfSquares: number
  degreesOfFreedom: number
}

/**
 * Fits y = level of the block + x·β. Null when β is not determined: blocks that do not link the columns of x, or no row
 * left for the error. Blocks with one row tell nothing and do no harm.
 */
export function fitWithinBlocks(rows: readonly BlockRow[]): BlockFit | null {
  const size = rows[0]?.x.length ?? 0
  const blocks = groupBy(rows, row => row.block)
  const centred = [...blocks.values()].flatMap(own => {
    const level = mean(own.map(row => row.y))
    const levels = Array.from({ length: size }, (_, column) => mean(own.map(row => at(row.x, column))))
    return own.map(row => ({ y: row.y - level, x: row.x.map((value, column) => value - at(levels, column)) }))
  })
  const degreesOfFreedom = rows.length - blocks.size - size
  if (degreesOfFreedom < 1 || size === 0) return null
  const x = new Matrix(centred.map(row => row.x))
  const y = Matrix.columnVector(centred.map(row => row.y))
  const products = x.transpose().mmul(x)
  if (new SVD(products).rank < size) return null
  const inverted = inverse(products)
  const beta = inverted.mmul(x.transpose()).mmul(y)
  const residuals = Matrix.sub(y, x.mmul(beta)).to1DArray()
  const residualSumOfSquares = sum(residuals.map(residual => residual * residual))
  return {
    coefficients: beta.to1DArray(),
    covariance: inverted.mul(residualSumOfSquares / degreesOfFreedom).to2DArray(),
    residualSumOfSquares,
    degreesOfFreedom,
  }
}
