import { stringify } from 'csv-stringify/sync'
import { neutralCell } from '@/server/exports/neutral-cell'
import { listProblems } from '@/server/items/queries/imports'
import { requireStudy } from '@/server/people/queries'
import { DomainError } from '@/server/platform/errors'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

const columns = ['line', 'severity', 'code', 'field', 'value', 'message', 'fix'] as const

/** The problems of an import as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ import: string }> }) {
  try {
    const context = await createContext(request)
    const study = await requireStudy(context.signInId, new URL(request.url).searchParams.get('study') ?? '')
    const { problems } = await listProblems(study, (await params).import, {}, null)
    const rows = problems.map(problem => columns.map(column => neutralCell(String(problem[column]))))
    return new Response(stringify([[...columns], ...rows], { bom: true }), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="import-problems.csv"',
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 404 })
    throw error
  }
}
