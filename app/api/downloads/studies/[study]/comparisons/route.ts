import { itemHeader, itemRows, pairHeader, pairRows } from '@/server/exports/comparison-csv'
import { csvLines } from '@/server/exports/csv-lines'
import { csvResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { getComparisons } from '@/server/results/queries/get-comparisons'
import { listItemComparisons } from '@/server/results/queries/list-item-comparisons'
import { comparisonsInputSchema } from '@/server/results/schema'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** Who beat whom. `?rows=items`: one row per item and pair of models, else one per pair of models. */
export const GET = studyDownload(async (access, search) => {
  const { rows, ...asked } = Object.fromEntries(search)
  const wanted = comparisonsInputSchema.catch({}).parse(asked)
  const name = (table: string) => `${exportName(access.slug, table, wanted.judgments)}.csv`
  if (rows === 'items')
    return csvResponse(
      name('comparisons-by-item'),
      csvLines([itemHeader, ...itemRows(await listItemComparisons(access, wanted))]),
    )
  const comparisons = await getComparisons(access, wanted)
  return csvResponse(name('comparisons'), csvLines([pairHeader, ...pairRows(comparisons)]))
})
