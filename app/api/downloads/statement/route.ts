import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { statementHeader, statementRows } from '@/server/exports/statement-csv'
import { getStatement } from '@/server/judgments/queries'
import { statementInput } from '@/server/judgments/schema'
import { requireActor, requireAdmin } from '@/server/people/queries'
import { DomainError } from '@/server/platform/errors'
import { createContext } from '@/server/trpc/context'

const statementQuery = statementInput.extend({ person: z.uuid().optional() })

export const dynamic = 'force-dynamic'

/** The daily statement as CSV: one's own, or as an admin that of `?person=<id>`. */
export async function GET(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const input = statementQuery.safeParse(query)
  if (!input.success)
    return new Response('from, to (YYYY-MM-DD) and timeZone are needed; person is an id.', { status: 400 })
  try {
    const { signInId } = await createContext(request)
    const { person, ...range } = input.data
    const actor = person ? await requireAdmin(signInId) : await requireActor(signInId)
    const { days } = await getStatement(person ?? actor.userId, range)
    return new Response(stringify([statementHeader, ...statementRows(days)], { bom: true }), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="statement-${range.from}-${range.to}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof DomainError)
      return new Response(error.message, { status: error.code === 'unauthenticated' ? 401 : 403 })
    throw error
  }
}
