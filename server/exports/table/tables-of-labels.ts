import type { LabelTable } from '../../results/queries/get-labels'
import { numberCell, type ResultTable, type ResultTables } from './result-table'
import { type TableFacts, tableFacts } from './table-facts'

const header = ['criterion', 'model', 'label', 'judged', 'count', 'share']

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)}%`)

/** How often each label was given to the responses of each model, one table per question. */
export const tablesOfLabels = (facts: TableFacts, tables: readonly LabelTable[]): ResultTables => ({
  ...tableFacts(facts),
  result: 'labels',
  criterion: null,
  tables: tables.map(labelTable),
  records: {
    header,
    numbers: ['judged', 'count', 'share'],
    rows: tables.flatMap(({ criterion, labels, rows }) =>
      rows.flatMap(({ model, n, labels: found }) =>
        found.map(({ count, share }, at) => [
          criterion.id,
          model.name,
          labels[at]?.id ?? '',
          String(n),
          String(count),
          share === null ? '' : String(share),
        ]),
      ),
    ),
  },
})

const labelTable = ({ criterion, labels, rows }: LabelTable): ResultTable => ({
  caption: `How often each label was given: ${criterion.label}`,
  columns: [
    { label: 'Model', kind: 'text' },
    ...labels.map(({ label }) => ({ label, kind: 'number' as const, decimals: 1, isPercent: true })),
    { label: 'Judged', kind: 'number', decimals: 0 },
  ],
  rows: rows.map(({ model, n, labels: found }) => [
    model.name,
    ...found.map(({ count, share }) => numberCell(share, percent(share), { n: count })),
    numberCell(n, String(n)),
  ]),
  footer: [],
  notes: [
    'Share of judged responses: each judgment of a response counts once, several annotators of one response several times. What was chosen before the reference counts, where it was shown later.',
  ],
})
