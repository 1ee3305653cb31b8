import { recordNamedExport } from '@/server/exports/commands/record-named-export'
import { csvResponse, jsonLinesResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { streamText } from '@/server/exports/queries/stream-text'
import { writeRatingFile } from '@/server/exports/queries/write-rating-file'
import { ratingsQuerySchema } from '@/server/exports/schema'
import { readResultFilter } from '@/server/results/filter'
import { requireUnsealed } from '@/server/results/require-unsealed'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** Every rating in long form. `?format=jsonl`, `?all=true`, the filter of results; `?annotators=email` names people and is put on record. */
export const GET = studyDownload(async (access, asked) => {
  requireUnsealed(access)
  const filter = readResultFilter(asked)
  const options = { ...ratingsQuerySchema.parse(Object.fromEntries(asked)), filter }
  if (options.annotators === 'email') await recordNamedExport(access)
  const name = exportName(access.slug, 'ratings', options.all ? 'original' : filter.judgments)
  const body = streamText(write => writeRatingFile(access, options, write))
  return options.format === 'csv' ? csvResponse(`${name}.csv`, body) : jsonLinesResponse(`${name}.jsonl`, body)
})
