import { itemHeader, itemRows, pairHeader, pairRows } from '@/server/exports/comparison-csv'
import { csvLines } from '@/server/exports/csv-lines'
import { csvResponse, refusalResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { requireStudy } from '@/server/people/queries'
import { getComparisons } from '@/server/results/queries/get-comparisons'
import { listItemComparisons } from '@/server/results/queries/list-item-comparisons'
import { comparisonsInputSchema } from '@/server/results/schema'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

/** Who beat whom. `?rows=items`: one row per item and pair of models, else one per pair of models. */
export async function GET(request: Request, { params }: { params: Promise<{ study: string }> }) {
  try {
    const { signInId } = await createContext(request)
    const access = await requireStudy(signInId, (await params).study)
    const { rows, ...asked } = Object.fromEntries(new URL(request.url).searchParams)
    const wanted = comparisonsInputSchema.catch({}).parse(asked)
    const name = (table: string) => `${exportName(access.slug, table, wanted.judgments)}.csv`
    if (rows === 'items')
      return csvResponse(
        name('comparisons-by-item'),
        csvLines([itemHeader, ...itemRows(await listItemComparisons(access, wanted))]),
      )
    const comparisons = await getComparisons(access, wanted)
    return csvResponse(name('comparisons'), csvLines([pairHeader, ...pairRows(comparisons)]))
  } catch (error) {
    return refusalResponse(error)
  }
}
