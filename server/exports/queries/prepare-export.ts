import 'server-only'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import type { ExportOutput } from '../request/export-output'
import { type DataKind, type ExportRequest, type ResultName, resultNameSchema, tableFormatSchema } from '../schema'
import { tableFile } from '../table-file'
import { checkExportRequest } from './check-export-request'
import { dataSourceOf } from './data/data-source-of'
import { writeSource } from './data/write-source'
import { readResultTables } from './result-tables'

export interface PreparedExport {
  /** The file names no model: it may be read while the study is blind. */
  isBlind: boolean
  write: (out: ExportOutput) => Promise<void>
}

/**
 * The one way to make a file, for jobs, the command line and downloads alike: what is refused is refused before the first
 * byte. The same data give the same bytes. @throws blinded, not_found (the study has none of it), invalid
 */
export async function prepareExport(access: StudyAccess, request: ExportRequest): Promise<PreparedExport> {
  const { isBlind } = await checkExportRequest(access, request)
  const { kind, format } = request
  if (kind.startsWith('table:')) return { isBlind, write: await prepareTable(access, request) }
  if (kind === 'bundle' || kind === 'dataset-card') throw new DomainError('invalid', `"${kind}" cannot be written yet.`)
  if (format !== 'csv' && format !== 'jsonl' && format !== 'parquet') throw new Error('the format was checked')
  const source = await dataSourceOf(access, kind as DataKind, request)
  return { isBlind, write: out => writeSource(source, format, out) }
}

const encoder = new TextEncoder()

async function prepareTable(access: StudyAccess, { kind, format, filter, options }: ExportRequest) {
  const wanted = { ...(options.criterion ? { criterion: options.criterion } : {}), filter }
  const name: ResultName = resultNameSchema.parse(kind.slice('table:'.length))
  const tables = await readResultTables(access, name, wanted)
  const { body } = await tableFile(tables, tableFormatSchema.parse(format), options)
  return async (out: ExportOutput) => {
    await out.expect(tables.records.rows.length)
    await out.write(typeof body === 'string' ? encoder.encode(body) : body)
    await out.advance(tables.records.rows.length)
  }
}
