import { mean } from '../mean'
import { sum } from '../sum'

/** Mean squares of a complete table of units × raters, at least 2 × 2. */
export interface MeanSquares {
  units: number
  raters: number
  betweenUnits: number
  betweenRaters: number
  residual: number
  withinUnits: number
}

/** Two-way analysis of variance without replication. Null for fewer than two units or raters. */
export function meanSquares(table: readonly (readonly number[])[]): MeanSquares | null {
  const [units, raters] = [table.length, table[0]?.length ?? 0]
  if (units < 2 || raters < 2) return null
  const all = mean(table.flat())
  const rowMeans = table.map(row => mean(row))
  const columnMeans = (table[0] ?? []).map((_, j) => mean(table.map(row => row[j] ?? Number.NaN)))
  const betweenRaters = (units * sum(columnMeans.map(one => (one - all) ** 2))) / (raters - 1)
  const residuals = table.flatMap((row, i) =>
    row.map((value, j) => (value - (rowMeans[i] ?? Number.NaN) - (columnMeans[j] ?? Number.NaN) + all) ** 2),
  )
  const within = table.flatMap((row, i) => row.map(value => (value - (rowMeans[i] ?? Number.NaN)) ** 2))
  return {
    units,
    raters,
    betweenUnits: (raters * sum(rowMeans.map(one => (one - all) ** 2))) / (units - 1),
    betweenRaters,
    residual: sum(residuals) / ((units - 1) * (raters - 1)),
    withinUnits: sum(within) / (units * (raters - 1)),
  }
}
