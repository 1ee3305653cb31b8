// Mean scores as printed tables: one per language and one of all together, models × (overall, categories).
import type { ScoreCell, ScoreTable } from '../../results/score-table'
import { markSecond } from './mark-second'
import { type NumberCell, numberCell, type Records, type ResultTable } from './result-table'
import { scoreTableHeader, scoreTableRows } from './score-records'

const toCell = ({ n, mean, display, isBest }: ScoreCell): NumberCell =>
  numberCell(mean === null ? null : Number(mean), display, { n, mark: isBest ? 'best' : null })

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
      markSecond(rows.map(row => toCell(row.overall))),
      ...categories.map((_, at) => markSecond(rows.map(row => toCell(row.byCategory[at] ?? none)))),
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
      rows: rows.map(({ model }, at) => [model.name, ...columns.map(column => column[at] ?? toCell(none))]),
      footer: rows.length === 0 ? [] : [['Items', ...columns.map(itemsOf)]],
      notes: [...notes, howToRead],
    }
  })
}

const none: ScoreCell = { n: 0, mean: null, display: '–', isBest: false }

const howToRead =
  'Ratings of an item are averaged first, then items; overall is the mean over items, not over categories. Best of a column marked, second best where there are three or more; equal figures are marked alike.'

/** The same in long form. */
export const scoreRecords = (tables: readonly ScoreTable[]): Records => ({
  header: scoreTableHeader,
  numbers: ['n', 'mean', 'display'],
  rows: scoreTableRows(tables),
})
