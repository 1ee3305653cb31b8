import 'server-only'
import type { StudyAccess } from '../../people/access'
import { blobSize, readBlob, readBlobRange } from '../../platform/blobs'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { requireUnsealed } from '../../results/require-unsealed'
import { exportBlobKey } from '../request/export-blob-key'
import type { ExportFormat, ExportState } from '../schema'

export interface ExportFile {
  fileName: string
  format: ExportFormat
  byteSize: number
  /** Hex. */
  sha256: string
  /** All bytes, or those from `first` to `last`, both included. */
  read: (range: { first: number; last: number } | null) => AsyncIterable<Uint8Array>
}

/** The file of an export that is ready. @throws not_found, conflict (not ready yet, or failed), unavailable (expired), blinded */
export async function openExportFile(access: StudyAccess, exportId: string): Promise<ExportFile> {
  const [row] = await sql<{
    state: ExportState
    blind: boolean
    file_name: string
    format: ExportFormat
    sha256: string | null
    is_expired: boolean
  }>(
    'open_export_file',
    `SELECT state::text AS state, blind, file_name, format, sha256, expires_at < now() AS is_expired
     FROM exports WHERE id::text = $1 AND study_id = $2`,
    [exportId.toLowerCase(), access.studyId],
  )
  if (!row) throw new DomainError('not_found', 'There is no such export.')
  // A study that has been opened again is blind again.
  if (!row.blind) requireUnsealed(access)
  const key = exportBlobKey(exportId.toLowerCase())
  const byteSize = row.state === 'READY' && !row.is_expired ? await blobSize(key) : null
  if (row.state !== 'READY' && row.state !== 'EXPIRED')
    throw new DomainError('conflict', `This export is ${row.state.toLowerCase()}: there is no file.`)
  if (byteSize === null || row.sha256 === null)
    throw new DomainError('unavailable', 'The file of this export has expired. Ask for it again.')
  return {
    fileName: row.file_name,
    format: row.format,
    byteSize,
    sha256: row.sha256,
    read: range => (range === null ? readBlob(key) : readBlobRange(key, range.first, range.last)),
  }
}
