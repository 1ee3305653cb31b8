// The score tables as rows of a CSV file: one row per cell, `(all)` for totals.
import type { ScoreCell, ScoreTable } from '../../results/score-table'

export const scoreTableHeader = ['language', 'category', 'model', 'n', 'mean', 'display', 'lower', 'upper']

/** Stands for all languages or all categories. */
export const total = '(all)'

/** One row per cell, overall first; languages in their order, then all of them together. */
export function scoreTableRows(tables: readonly ScoreTable[]): string[][] {
  const inOrder = [
    ...tables.filter(table => table.language !== null),
    ...tables.filter(table => table.language === null),
  ]
  return inOrder.flatMap(table =>
    [null, ...table.categories.keys()].flatMap(column =>
      table.rows.map(({ model, overall, byCategory }) => {
        const cell: ScoreCell | undefined = column === null ? overall : byCategory[column]
        const category = column === null ? total : (table.categories[column]?.shortName ?? '(none)')
        return [
          table.language ?? total,
          category,
          model.name,
          String(cell?.n ?? 0),
          cell?.mean ?? '',
          cell?.display ?? '',
          cell?.interval ? String(cell.interval.lower) : '',
          cell?.interval ? String(cell.interval.upper) : '',
        ]
      }),
    ),
  )
}
