// How often rubrics and points were met, as rows of a CSV file: one row per language and model.
import type { RubricTable } from '../../results/rubric-table'
import { total } from './score-records'

export const rubricRatesHeader = [
  'language',
  'model',
  'items',
  'score',
  'score_lower',
  'score_upper',
  'responses',
  'all_points_rate',
  'all_points_lower',
  'all_points_upper',
  'points',
  'point_rate',
  'point_lower',
  'point_upper',
]

const cell = (value: number | null) => (value === null ? '' : String(value))

/** Languages in their order, then all of them together. Rates are 0 … 1, scores 0 … 100; intervals of 95 %. */
export function rubricRateRows(tables: readonly RubricTable[]): string[][] {
  const inOrder = [
    ...tables.filter(table => table.language !== null),
    ...tables.filter(table => table.language === null),
  ]
  return inOrder.flatMap(({ language, rates }) =>
    rates.map(({ model, score, strict, points }) => [
      language ?? total,
      model.name,
      ...[score, strict, points].flatMap(({ n, value, lower, upper }) => [
        String(n),
        cell(value),
        cell(lower),
        cell(upper),
      ]),
    ]),
  )
}
