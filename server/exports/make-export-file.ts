import { parse } from 'csv-parse/sync'
import type { StudyAccess } from '../people/access'
import { prepareExport } from './queries/prepare-export'
import { exportRequestSchema, type GivenExportRequest } from './schema'

/** The bytes of a file of a study, as the job would write them, and how many rows were told of; for tests. */
export async function makeExportFile(access: StudyAccess, given: GivenExportRequest) {
  const pieces: Uint8Array[] = []
  const rows = { expected: 0, done: 0 }
  const { write } = await prepareExport(access, exportRequestSchema.parse(given))
  await write({
    write: async bytes => void pieces.push(Uint8Array.from(bytes)),
    expect: async count => {
      rows.expected += count
    },
    advance: async count => {
      rows.done += count
    },
  })
  const bytes = Buffer.concat(pieces)
  return { bytes, rows }
}

/** The rows of a CSV file of data by its columns. */
export async function makeExportRows(
  access: StudyAccess,
  kind: GivenExportRequest['kind'],
  given: Omit<GivenExportRequest, 'kind' | 'format'> = {},
): Promise<Record<string, string>[]> {
  const { bytes } = await makeExportFile(access, { ...given, kind, format: 'csv' })
  return parse(bytes, { columns: true }) as unknown as Record<string, string>[]
}
