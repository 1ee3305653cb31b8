import { csvLines } from '@/server/exports/csv-lines'
import { csvResponse, refusalResponse } from '@/server/exports/download-response'
import { scoreTableHeader, scoreTableRows } from '@/server/exports/score-table-csv'
import { requireStudy } from '@/server/people/queries'
import { getScores } from '@/server/results/queries/get-scores'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

/** The score tables, one row per cell. */
export async function GET(request: Request, { params }: { params: Promise<{ study: string }> }) {
  try {
    const { signInId } = await createContext(request)
    const access = await requireStudy(signInId, (await params).study)
    const { tables } = await getScores(access)
    return csvResponse(`${access.slug}-scores.csv`, csvLines([scoreTableHeader, ...scoreTableRows(tables)]))
  } catch (error) {
    return refusalResponse(error)
  }
}
