import { byteStream } from '@/server/exports/byte-stream'
import { jsonLinesResponse, refusalResponse } from '@/server/exports/download-response'
import { requireStudy } from '@/server/people/queries'
import { DomainError } from '@/server/platform/errors'
import { logger } from '@/server/platform/logger'
import { syncPreferences } from '@/server/preferences/commands'
import { writePreferences } from '@/server/preferences/queries'
import { sinceSchema } from '@/server/preferences/schema'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

/** The preference data that changed after `?since=CURSOR`, also while the study is open and blind. */
export async function GET(request: Request, { params }: { params: Promise<{ study: string }> }) {
  try {
    const { signInId } = await createContext(request)
    const access = await requireStudy(signInId, (await params).study)
    const since = sinceSchema.safeParse(new URL(request.url).searchParams.get('since') || undefined)
    if (!since.success)
      throw new DomainError('invalid', 'since: the cursor of the last line that you have, a whole number.')
    const { cursor } = await syncPreferences(access)
    const bytes = byteStream(
      write => writePreferences(access, since.data, write),
      error => logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'an export broke off'),
    )
    return jsonLinesResponse(`${access.slug}-preferences.jsonl`, bytes, { 'x-assay-cursor': String(cursor) })
  } catch (error) {
    return refusalResponse(error)
  }
}
