import { recordNamedExport } from '@/server/exports/commands'
import { csvResponse, refusalResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { judgmentCsvStream } from '@/server/exports/queries/judgment-csv-stream'
import { requireScore } from '@/server/exports/queries/require-score'
import { judgmentsQuerySchema } from '@/server/exports/schema'
import { requireStudy } from '@/server/people/queries'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

/** All judgments in long form. `?annotator=email` names people and is put on record; `?judgments=adjudicated`. */
export async function GET(request: Request, { params }: { params: Promise<{ study: string }> }) {
  try {
    const { signInId } = await createContext(request)
    const access = await requireStudy(signInId, (await params).study)
    // Once the first byte is sent, a refusal could only break off.
    await requireScore(access)
    const { annotator, judgments } = judgmentsQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams))
    if (annotator === 'email') await recordNamedExport(access)
    return csvResponse(
      `${exportName(access.slug, 'judgments', judgments)}.csv`,
      judgmentCsvStream(access, annotator, judgments),
    )
  } catch (error) {
    return refusalResponse(error)
  }
}
