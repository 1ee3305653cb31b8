// Mean scores as printed tables: one per language and one of all together, models × (overall, categories).
import { decimals as written } from '../../results/decimals'
import { emptyCell, type ScoreCell, type ScoreTable } from '../../results/score-table'
import { markSecond } from './mark-second'
import { intervalOf, type NumberCell, numberCell, type Records, type ResultTable } from './result-table'
import { scoreTableHeader, scoreTableRows } from './score-records'

const toCell = ({ n, mean, display, isBest, interval }: ScoreCell, decimals: number): NumberCell =>
  numberCell(mean === null ? null : Number(mean), display, {
    n,
    mark: isBest ? 'best' : null,
    interval: interval && intervalOf(interval, end => written(end, decimals)),
  })

/** "18", or "17–18" where models differ. */
function itemsOf(column: readonly NumberCell[]): string {
  const counts = column.map(cell => cell.n ?? 0)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  return least === most ? String(most) : `${least}–${most}`
}

/** In the order of the records: languages, then all together. `what`: "Mean scores"; `decimals`: as displayed. */
export function printedScores(
  tables: readonly ScoreTable[],
  what: string,
  decimals: number,
  notes: readonly string[],
): ResultTable[] {
  const inOrder = [...tables].sort((a, b) => Number(a.language === null) - Number(b.language === null))
  return inOrder.map(({ language, categories, rows }) => {
    const columns = [
      markSecond(rows.map(row => toCell(row.overall, decimals))),
      ...categories.map((_, at) => markSecond(rows.map(row => toCell(row.byCategory[at] ?? emptyCell, decimals)))),
    ]
    return {
      caption: `${what}, ${language ?? 'all languages'}`,
      columns: [
        { label: 'Model', kind: 'text' },
        ...['Overall', ...categories.map(category => category.shortName ?? '(none)')].map(label => ({
          label,
          kind: 'number' as const,
          decimals,
        })),
      ],
      rows: rows.map(({ model }, at) => [
        model.name,
        ...columns.map(column => column[at] ?? toCell(emptyCell, decimals)),
      ]),
      footer: rows.length === 0 ? [] : [['Items', ...columns.map(itemsOf)]],
      notes: [...notes, howToRead],
    }
  })
}

const howToRead =
  'Ratings of an item are averaged first, then items; overall is the mean over items, not over categories. Best of a column marked, second best where there are three or more; equal figures are marked alike. Intervals of 95 %: t over items, or over clusters of items (CR1) where items name theirs.'

/** The same in long form. */
export const scoreRecords = (tables: readonly ScoreTable[]): Records => ({
  header: scoreTableHeader,
  numbers: ['n', 'mean', 'display', 'lower', 'upper'],
  rows: scoreTableRows(tables),
})
