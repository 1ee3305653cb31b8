import type { Scores } from '../../results/queries/get-scores'
import type { ResultTables } from './result-table'
import { printedScores, scoreRecords } from './scores-tables'
import { tableFacts } from './table-facts'

/** The tables of one scale. */
export function tablesOfScores(scores: Scores): ResultTables {
  const { id, label, min, max, step } = scores.scale
  const scale = `${label}: ${min} to ${max} in steps of ${step}.`
  return {
    ...tableFacts(scores),
    result: 'scores',
    criterion: { id, label },
    tables: printedScores(scores.tables, 'Mean scores', 2, [scale]),
    records: scoreRecords(scores.tables),
  }
}
