import { jsonLinesResponse } from '@/server/exports/download-response'
import { streamBytes } from '@/server/exports/queries/stream-bytes'
import { DomainError } from '@/server/platform/errors'
import { syncPreferences } from '@/server/preferences/commands'
import { writePreferences } from '@/server/preferences/queries'
import { sinceSchema } from '@/server/preferences/schema'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** The preference data that changed after `?since=CURSOR`, also while the study is open and blind. */
export const GET = studyDownload(async (access, asked) => {
  const since = sinceSchema.safeParse(asked.get('since') || undefined)
  if (!since.success)
    throw new DomainError('invalid', 'since: the cursor of the last line that you have, a whole number.')
  const { cursor } = await syncPreferences(access)
  const encoder = new TextEncoder()
  const bytes = streamBytes(write => writePreferences(access, since.data, lines => write(encoder.encode(lines))))
  return jsonLinesResponse(`${access.slug}-preferences.jsonl`, bytes, { 'x-assay-cursor': String(cursor) })
})
