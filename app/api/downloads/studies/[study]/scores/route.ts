import { csvLines } from '@/server/exports/csv-lines'
import { csvResponse, refusalResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { scoreTableHeader, scoreTableRows } from '@/server/exports/score-table-csv'
import { requireStudy } from '@/server/people/queries'
import { getScores } from '@/server/results/queries/get-scores'
import { scoresInputSchema } from '@/server/results/schema'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

/** The score tables, one row per cell. `?criterion=`, `?judgments=adjudicated`. */
export async function GET(request: Request, { params }: { params: Promise<{ study: string }> }) {
  try {
    const { signInId } = await createContext(request)
    const access = await requireStudy(signInId, (await params).study)
    const asked = scoresInputSchema.catch({}).parse(Object.fromEntries(new URL(request.url).searchParams))
    const { tables, judgments } = await getScores(access, asked)
    return csvResponse(
      `${exportName(access.slug, 'scores', judgments)}.csv`,
      csvLines([scoreTableHeader, ...scoreTableRows(tables)]),
    )
  } catch (error) {
    return refusalResponse(error)
  }
}
