import type { BridgeRow } from '../../results/bridge-row'
import { decimals } from '../../results/decimals'
import { intervalOf, numberCell, type ResultTable, type ResultTables } from './result-table'
import { type TableFacts, tableFacts } from './table-facts'

/** The bridge of one criterion. */
export interface Bridge {
  criterion: { id: string; label: string }
  rows: readonly BridgeRow[]
}

const header = ['criterion', 'model', 'n', 'first_mean', 'again_mean', 'difference', 'lower', 'upper']

/** What anchors got at first, and again beside a model that was added later. */
export const tablesOfBridge = (facts: TableFacts, bridges: readonly Bridge[]): ResultTables => ({
  ...tableFacts(facts),
  result: 'bridge',
  criterion: null,
  tables: bridges.map(bridgeTable),
  records: {
    header,
    numbers: header.slice(2),
    rows: bridges.flatMap(({ criterion, rows }) =>
      rows.map(({ model, first, again, difference }) => [
        criterion.id,
        model.name,
        String(difference.n),
        String(first),
        String(again),
        ...[difference.value, difference.lower, difference.upper].map(value => (value === null ? '' : String(value))),
      ]),
    ),
  },
})

const bridgeTable = ({ criterion, rows }: Bridge): ResultTable => ({
  caption: `Scores of the anchors, at first and again: ${criterion.label}`,
  columns: [
    { label: 'Anchor', kind: 'text' },
    { label: 'First mean', kind: 'number', decimals: 2 },
    { label: 'Mean again', kind: 'number', decimals: 2 },
    { label: 'Difference', kind: 'number', decimals: 2 },
    { label: 'Items', kind: 'number', decimals: 0 },
  ],
  rows: rows.map(({ model, first, again, difference }) => [
    model.name,
    numberCell(first, decimals(first, 2)),
    numberCell(again, decimals(again, 2)),
    numberCell(difference.value, decimals(difference.value, 2), {
      interval: intervalOf(difference, end => decimals(end, 2)),
    }),
    numberCell(difference.n, String(difference.n)),
  ]),
  footer: [],
  notes: [
    'Means over the items that were judged both times; the difference with its 95 % t interval over items. Where it holds 0, nothing says that annotators score otherwise than before.',
  ],
})
