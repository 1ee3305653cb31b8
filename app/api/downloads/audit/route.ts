import { auditExportStream } from '@/server/audit/queries'
import { refusalResponse } from '@/server/exports/download-response'
import { requireAdmin, requireStudy } from '@/server/people/queries'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

/** The audit trail as JSON lines; `?study=` only what concerns one study. */
export async function GET(request: Request) {
  try {
    const { signInId } = await createContext(request)
    const admin = await requireAdmin(signInId)
    const asked = new URL(request.url).searchParams.get('study')
    const study = asked ? await requireStudy(signInId, asked) : null
    return new Response(auditExportStream(admin, { studyId: study?.studyId ?? null }), {
      headers: {
        'content-type': 'application/jsonl; charset=utf-8',
        'content-disposition': `attachment; filename="${study ? `audit-${study.slug.replace(/[^\w.-]/g, '_')}` : 'audit'}.jsonl"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    return refusalResponse(error)
  }
}
