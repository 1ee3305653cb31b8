import { decimals } from '../../results/decimals'
import type { HeadToHead } from '../../results/head-to-head'
import type { Comparisons } from '../../results/queries/get-comparisons'
import { pairHeader, pairRows } from './pair-records'
import {
  intervalOf,
  numberCell,
  type ResultTable,
  type ResultTables,
  type TableCell,
  type TableColumn,
} from './result-table'
import { tableFacts } from './table-facts'

/** Who beat whom: against all others together, and each pair once. In long form each pair stands there from either side. */
export const tablesOfComparisons = (comparisons: Comparisons): ResultTables => ({
  ...tableFacts(comparisons),
  result: 'head-to-head',
  criterion: { id: comparisons.criterion.id, label: comparisons.criterion.label },
  tables: [againstAll(comparisons), eachPair(comparisons)],
  records: { header: pairHeader, numbers: pairHeader.slice(2), rows: pairRows(comparisons) },
})

type Outcome = HeadToHead['rows'][number]['total']
type Shown = Pick<Comparisons, 'rows' | 'criterion' | 'filter' | 'ties'>

const number = (label: string, decimals: number): TableColumn => ({ label, kind: 'number', decimals })

const outcomeColumns: TableColumn[] = [
  number('n', 0),
  number('Win %', 1),
  number('Tie %', 1),
  number('Loss %', 1),
  number('Net', 3),
  number('p', 3),
]

function outcomeCells({ n, percentages, net, signTest }: Outcome): TableCell[] {
  const shares = percentages ?? [null, null, null]
  return [
    numberCell(n, String(n)),
    ...shares.map(share => (share === null ? numberCell(null, '–') : numberCell(Number(share), share))),
    numberCell(net.value, decimals(net.value, 3), { interval: intervalOf(net, end => decimals(end, 3)) }),
    n === 0 ? numberCell(null, '–') : numberCell(signTest.p, signTest.p < 0.001 ? '< 0.001' : signTest.p.toFixed(3)),
  ]
}

const notesOf = ({ ties }: Shown) => [
  'Win, tie and loss in percent, rounded so that they sum to 100. Net: wins minus losses as a share of all comparisons, with Tango’s 95 % score interval. p: exact sign test of wins against losses, not corrected for the number of pairs.',
  ...(ties && (ties.isExploratory || ties.usual > 0)
    ? [
        `Means of two models on an item that differ by no more than ${ties.value} tie${ties.isExploratory ? `: exploratory, the protocol says ${ties.usual}` : ''}.`,
      ]
    : []),
]

const of = ({ criterion, filter }: Shown) => `${criterion.label}, ${filter.languages?.join(', ') ?? 'all languages'}`

const againstAll = (shown: Shown): ResultTable => ({
  caption: `Against all others: ${of(shown)}`,
  columns: [{ label: 'Model', kind: 'text' }, ...outcomeColumns],
  rows: shown.rows.flatMap(({ model, total }) => (total.n === 0 ? [] : [[model.name, ...outcomeCells(total)]])),
  footer: [],
  notes: notesOf(shown),
})

const eachPair = (shown: Shown): ResultTable => ({
  caption: `Each pair: ${of(shown)}`,
  columns: [{ label: 'Model', kind: 'text' }, { label: 'Opponent', kind: 'text' }, ...outcomeColumns],
  rows: shown.rows.flatMap(({ model, cells }, from) =>
    cells.flatMap((cell, to) =>
      cell === null || to < from ? [] : [[model.name, shown.rows[to]?.model.name ?? '', ...outcomeCells(cell)]],
    ),
  ),
  footer: [],
  notes: notesOf(shown),
})
