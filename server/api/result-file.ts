// A table of results as the file that was asked for.
import type { TableFormat } from '../exports/schema'
import type { ResultTables } from '../exports/table/result-table'
import { tableFile } from '../exports/table-file'
import type { FileAnswer } from './operation'

export const tableTypes = {
  json: 'application/json',
  csv: 'text/csv',
  md: 'text/markdown',
  latex: 'application/x-tex',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<TableFormat, string>

/** @param intervals in Markdown, LaTeX and workbooks, "true" or "false" */
export async function resultFile(
  slug: string,
  tables: ResultTables,
  format: string,
  intervals: string,
): Promise<FileAnswer> {
  const { ending, type, body } = await tableFile(tables, format as TableFormat, { intervals: intervals === 'true' })
  return { type, body, fileName: `${slug}-${tables.result}.${ending}` }
}
