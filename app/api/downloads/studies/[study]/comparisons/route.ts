import { itemHeader, itemRows } from '@/server/exports/comparison-csv'
import { csvLines } from '@/server/exports/csv-lines'
import { csvResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { listItemComparisons } from '@/server/results/queries/list-item-comparisons'
import { readResultsInput } from '@/server/results/results-input'
import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** Who beat whom, in any `?format=`. `?rows=items`: one row of CSV per item and pair of models. */
export const GET = studyDownload(async (access, search) => {
  if (search.get('rows') !== 'items') return tableDownload(access, search, 'head-to-head')
  const wanted = readResultsInput(search)
  return csvResponse(
    `${exportName(access.slug, 'comparisons-by-item', wanted.filter?.judgments)}.csv`,
    csvLines([itemHeader, ...itemRows(await listItemComparisons(access, wanted))]),
  )
})
