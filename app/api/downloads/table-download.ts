import { tableResponse } from '@/server/exports/download-response'
import { exportName } from '@/server/exports/export-name'
import { readResultTables } from '@/server/exports/queries/result-tables'
import { type ResultName, tableQuerySchema } from '@/server/exports/schema'
import { tableFile } from '@/server/exports/table-file'
import type { StudyAccess } from '@/server/people/access'
import { readResultsInput } from '@/server/results/results-input'

/**
 * One result in the format that the address asks for: `?format=csv|json|md|latex|xlsx`, `?intervals=false`, and what the
 * result takes: `criterion`, and the filter of results.
 */
export async function tableDownload(
  access: StudyAccess,
  asked: URLSearchParams,
  result: ResultName,
): Promise<Response> {
  const { format, ...options } = tableQuerySchema.parse(Object.fromEntries(asked))
  const tables = await readResultTables(access, result, readResultsInput(asked))
  return tableResponse(
    exportName(access.slug, tables.result, tables.judgments),
    await tableFile(tables, format, options),
  )
}
