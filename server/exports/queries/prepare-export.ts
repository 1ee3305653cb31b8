import 'server-only'
import type { StudyAccess } from '../../people/access'
import { datasetCard } from '../bundle/dataset-card'
import { itemColumns } from '../data/item-columns'
import { ratingColumns } from '../data/rating-columns'
import { responseColumns } from '../data/response-columns'
import type { ExportOutput } from '../request/export-output'
import { type DataKind, type ExportRequest, type ResultName, resultNameSchema, tableFormatSchema } from '../schema'
import { tableFile } from '../table-file'
import { checkExportRequest } from './check-export-request'
import { dataSourceOf } from './data/data-source-of'
import { writeSource } from './data/write-source'
import { readBundleFacts } from './read-bundle-facts'
import { readResultTables } from './result-tables'
import { prepareBundle } from './write-bundle'

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
  if (kind === 'bundle') return { isBlind, write: await prepareBundle(access, request) }
  if (kind === 'dataset-card') return { isBlind, write: await prepareCard(access, request) }
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

/** Of the data as it can be taken now: blind, it describes what names no model. */
async function prepareCard(access: StudyAccess, { filter }: ExportRequest) {
  const facts = await readBundleFacts(access, filter)
  const { live, recorded } = facts.judgments
  const files = access.sealed ? [] : [{ name: 'ratings', columns: ratingColumns }]
  const shown = [...files, { name: 'items', columns: itemColumns }, { name: 'responses', columns: responseColumns }]
  const text = datasetCard(facts, shown, (live + recorded) * facts.modelCount)
  return (out: ExportOutput) => out.write(encoder.encode(text))
}
