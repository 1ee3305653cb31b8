import 'server-only'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { readResultTables } from '../queries/result-tables'
import { writeRatingFile } from '../queries/write-rating-file'
import type { ExportOutput } from '../request/export-output'
import { type ExportRequest, type ResultName, tableFormatSchema } from '../schema'
import { tableFile } from '../table-file'

const encoder = new TextEncoder()

/**
 * Writes a file that was asked for: the one way, for jobs, the command line and downloads alike. The same data give the
 * same bytes. @throws blinded, not_found, invalid
 */
export async function writeExport(access: StudyAccess, request: ExportRequest, out: ExportOutput): Promise<void> {
  const { kind, format, filter, options } = request
  if (kind.startsWith('table:')) {
    const wanted = { ...(options.criterion ? { criterion: options.criterion } : {}), filter }
    const tables = await readResultTables(access, kind.slice('table:'.length) as ResultName, wanted)
    const { body } = await tableFile(tables, tableFormatSchema.parse(format), options)
    await out.expect(tables.records.rows.length)
    await out.write(typeof body === 'string' ? encoder.encode(body) : body)
    return out.advance(tables.records.rows.length)
  }
  if (kind === 'ratings' && format !== 'parquet') {
    const ratings = { format: format === 'csv' ? ('csv' as const) : ('jsonl' as const), all: options.all, filter }
    return writeRatingFile(access, { ...ratings, annotators: options.annotators }, text =>
      out.write(encoder.encode(text)),
    )
  }
  throw new DomainError('invalid', `"${kind}" cannot be written as ${format} yet.`)
}
