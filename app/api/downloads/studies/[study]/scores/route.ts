import { csvLines } from '@/server/exports/csv-lines'
import { csvResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { scoreTableHeader, scoreTableRows } from '@/server/exports/score-table-csv'
import { getScores } from '@/server/results/queries/get-scores'
import { scoresInputSchema } from '@/server/results/schema'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** The score tables, one row per cell. `?criterion=`, `?judgments=adjudicated`. */
export const GET = studyDownload(async (access, search) => {
  const asked = scoresInputSchema.catch({}).parse(Object.fromEntries(search))
  const { tables, judgments } = await getScores(access, asked)
  return csvResponse(
    `${exportName(access.slug, 'scores', judgments)}.csv`,
    csvLines([scoreTableHeader, ...scoreTableRows(tables)]),
  )
})
