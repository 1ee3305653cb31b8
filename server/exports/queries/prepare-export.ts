import 'server-only'
import type { StudyAccess } from '../../people/access'
import { type CardFile, datasetCard } from '../bundle/dataset-card'
import { itemColumns } from '../data/item-columns'
import { ratingColumns } from '../data/rating-columns'
import { responseColumns } from '../data/response-columns'
import { exportFileName } from '../request/export-file-name'
import type { ExportOutput } from '../request/export-output'
import { type DataKind, type ExportRequest, type ResultName, resultNameSchema, tableFormatSchema } from '../schema'
import { tableFile } from '../table-file'
import { checkExportRequest } from './check-export-request'
import { dataSourceOf } from './data/data-source-of'
import { hasRows } from './data/has-rows'
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

const cardColumns = { ratings: ratingColumns, items: itemColumns, responses: responseColumns }

/** Of the data as it can be taken now: blind, it describes what names no model. */
async function prepareCard(access: StudyAccess, request: ExportRequest) {
  const { filter } = request
  const facts = await readBundleFacts(access, filter)
  const { live, recorded } = facts.judgments
  const kinds = access.sealed ? (['items', 'responses'] as const) : (['ratings', 'items', 'responses'] as const)
  const shown: CardFile[] = []
  for (const name of kinds)
    if (await hasRows(await dataSourceOf(access, name, request)))
      // As they are called when they are taken out one by one.
      shown.push({
        name,
        path: exportFileName(access.slug, { ...request, kind: name, format: 'parquet' }),
        columns: cardColumns[name],
      })
  const text = datasetCard(facts, shown, (live + recorded) * facts.modelCount)
  return (out: ExportOutput) => out.write(encoder.encode(text))
}
