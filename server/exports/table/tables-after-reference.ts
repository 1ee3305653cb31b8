import type { FurtherScores } from '../../results/queries/get-further-scores'
import type { ResultTables } from './result-table'
import { printedScores, scoreRecords } from './scores-tables'
import { type TableFacts, tableFacts } from './table-facts'

/** The same judgments, after the reference was shown: one table per scale. */
export const tablesAfterReference = (facts: TableFacts, final: FurtherScores['final']): ResultTables => ({
  ...tableFacts(facts),
  result: 'after-reference',
  criterion: null,
  tables: final.flatMap(({ scale, table, locked, changed }) =>
    printedScores([table], `${scale.label} after the reference was shown`, 2, [
      `${changed} of ${locked} scores changed after the reference was shown.`,
    ]),
  ),
  records: {
    header: ['criterion', ...scoreRecords([]).header],
    numbers: scoreRecords([]).numbers,
    rows: final.flatMap(({ scale, table }) => scoreRecords([table]).rows.map(row => [scale.id, ...row])),
  },
})
