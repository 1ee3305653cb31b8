import { inverse, Matrix } from 'ml-matrix'

/**
 * The pseudo-inverse of the Laplacian Σ w(e_i − e_j)(e_i − e_j)ᵀ of a connected graph: the covariance of strengths whose
 * sum is zero, when w is the information in each pair.
 */
export function laplacianInverse(laplacian: Matrix): Matrix {
  const share = Matrix.ones(laplacian.rows, laplacian.rows).div(laplacian.rows)
  return inverse(Matrix.add(laplacian, share)).sub(share)
}
