import { recordNamedExport } from '@/server/exports/commands/record-named-export'
import { csvResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { judgmentCsvStream } from '@/server/exports/queries/judgment-csv-stream'
import { requireScore } from '@/server/exports/queries/require-score'
import { judgmentsQuerySchema } from '@/server/exports/schema'
import { readResultFilter } from '@/server/results/filter'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** All judgments in long form. `?annotators=email` names people and is put on record; and the filter of results. */
export const GET = studyDownload(async (access, asked) => {
  // Once the first byte is sent, a refusal could only break off.
  await requireScore(access)
  const { annotators } = judgmentsQuerySchema.parse(Object.fromEntries(asked))
  const filter = readResultFilter(asked)
  if (annotators === 'email') await recordNamedExport(access)
  return csvResponse(
    `${exportName(access.slug, 'judgments', filter.judgments)}.csv`,
    judgmentCsvStream(access, annotators, filter),
  )
})
