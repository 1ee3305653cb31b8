import type { Penalties } from '../../results/queries/get-further-scores'
import { numberCell, type ResultTable, type ResultTables } from './result-table'
import { type TableFacts, tableFacts } from './table-facts'

/** What the errors that annotators marked cost each model: fewer is better. */
export const tablesOfPenalties = (facts: TableFacts, penalties: readonly Penalties[]): ResultTables => ({
  ...tableFacts(facts),
  result: 'penalties',
  criterion: null,
  tables: penalties.map(penaltyTable),
  records: {
    header: ['criterion', 'model', 'moment', 'n', 'mean_weight', 'severity', 'weight', 'marks'],
    numbers: ['n', 'mean_weight', 'weight', 'marks'],
    rows: penalties.flatMap(({ criterion, severities, rows, final }) =>
      [['headline', rows] as const, ...(final ? [['final', final] as const] : [])].flatMap(([moment, shown]) =>
        shown.flatMap(({ model, n, display, marks }) =>
          severities.map((severity, at) => [
            criterion.id,
            model.name,
            moment,
            String(n),
            n === 0 ? '' : display,
            severity.id,
            String(severity.weight),
            String(marks[at] ?? 0),
          ]),
        ),
      ),
    ),
  },
})

const mean = ({ n, display }: Penalties['rows'][number], isBest: boolean) =>
  numberCell(n === 0 ? null : Number(display), display, { n, mark: isBest ? 'best' : null })

function penaltyTable({ criterion, severities, rows, final }: Penalties): ResultTable {
  const least = Math.min(...rows.filter(row => row.n > 0).map(row => Number(row.display)))
  const number = (label: string, decimals: number) => ({ label, kind: 'number' as const, decimals })
  return {
    caption: `Mean weight of marked errors: ${criterion.label}`,
    columns: [
      { label: 'Model', kind: 'text' },
      number('Mean weight', 2),
      ...(final ? [number('After the reference', 2)] : []),
      ...severities.map(({ label, weight }) => number(`${label} (${weight})`, 0)),
      number('Items', 0),
    ],
    rows: rows.map((row, at) => [
      row.model.name,
      mean(row, row.n > 0 && Number(row.display) === least),
      ...(final ? [mean(final[at] ?? row, false)] : []),
      ...(final?.[at] ?? row).marks.map(marks => numberCell(marks, String(marks))),
      numberCell(row.n, String(row.n)),
    ]),
    footer: [],
    notes: [
      'The mean over items of the mean over annotators; fewer is better. A response that was judged and in which nothing is marked counts 0.',
      ...(final
        ? ['What was marked before the reference was shown comes first; marks by severity are those after it.']
        : []),
    ],
  }
}
