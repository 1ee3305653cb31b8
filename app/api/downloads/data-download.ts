import { recordNamedExport } from '@/server/exports/commands/record-named-export'
import { streamResponse } from '@/server/exports/download-response'
import { prepareExport } from '@/server/exports/queries/prepare-export'
import { streamBytes } from '@/server/exports/queries/stream-bytes'
import { exportFileName } from '@/server/exports/request/export-file-name'
import { type DataKind, dataQuerySchema, exportRequestSchema } from '@/server/exports/schema'
import type { StudyAccess } from '@/server/people/access'
import { readResultsInput } from '@/server/results/results-input'

const uncounted = { expect: async () => undefined, advance: async () => undefined }

/**
 * A file of data, streamed as it is read: `?format=csv|jsonl|parquet`, `?all=true`, `?criterion=`, the filter of results;
 * `?annotators=email` names people and is put on record.
 */
export async function dataDownload(access: StudyAccess, asked: URLSearchParams, kind: DataKind): Promise<Response> {
  const { format, ...options } = dataQuerySchema.parse(Object.fromEntries(asked))
  const { criterion, filter } = readResultsInput(asked)
  const request = exportRequestSchema.parse({ kind, format, filter, options: { ...options, criterion } })
  const { write } = await prepareExport(access, request)
  if (options.annotators === 'email') await recordNamedExport(access)
  const body = streamBytes(out => write({ write: out, ...uncounted }))
  return streamResponse({ fileName: exportFileName(access.slug, request), format }, body)
}
