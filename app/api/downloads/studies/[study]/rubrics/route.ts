import { csvLines } from '@/server/exports/csv-lines'
import { csvResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { rubricRateRows, rubricRatesHeader } from '@/server/exports/rubric-rates-csv'
import { scoreTableHeader, scoreTableRows } from '@/server/exports/score-table-csv'
import { getRubricScores } from '@/server/results/queries/get-rubric-scores'
import { scoresInputSchema } from '@/server/results/schema'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** Scores by rubric, one row per cell. `?rows=rates`: one row per model, with intervals and how often points were met. */
export const GET = studyDownload(async (access, search) => {
  const { rows, ...asked } = Object.fromEntries(search)
  const { tables, judgments } = await getRubricScores(access, scoresInputSchema.catch({}).parse(asked))
  const name = (table: string) => `${exportName(access.slug, table, judgments)}.csv`
  return rows === 'rates'
    ? csvResponse(name('rubric-rates'), csvLines([rubricRatesHeader, ...rubricRateRows(tables)]))
    : csvResponse(name('rubric-scores'), csvLines([scoreTableHeader, ...scoreTableRows(tables)]))
})
