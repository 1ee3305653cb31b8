// A result as a file of any format.
import { csvTable } from './formats/csv-table'
import { jsonTables } from './formats/json-table'
import { latexTables } from './formats/latex-tables'
import { markdownTables } from './formats/markdown-tables'
import type { TableOptions } from './formats/table-options'
import { xlsxTables } from './formats/xlsx-tables'
import type { TableFormat } from './schema'
import type { ResultTables } from './table/result-table'

export interface TableFile {
  /** Of the file's name, without the dot. */
  ending: string
  type: string
  body: string | Uint8Array<ArrayBuffer>
}

/** The same result gives the same bytes in every format. */
export async function tableFile(result: ResultTables, format: TableFormat, options: TableOptions): Promise<TableFile> {
  if (format === 'xlsx') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { ending: 'xlsx', type, body: await xlsxTables(result, options) }
  }
  return {
    csv: () => ({ ending: 'csv', type: 'text/csv', body: csvTable(result.records) }),
    json: () => ({ ending: 'json', type: 'application/json', body: jsonTables(result) }),
    md: () => ({ ending: 'md', type: 'text/markdown', body: markdownTables(result, options) }),
    latex: () => ({ ending: 'tex', type: 'application/x-tex', body: latexTables(result, options) }),
  }[format]()
}
