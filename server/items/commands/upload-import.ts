import 'server-only'
import { createHash } from 'node:crypto'
import { enqueueJob } from '../../jobs/commands'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { appendToBlob, blobPartSize, deleteBlob, sealBlob } from '../../platform/blobs'
import { db, sql } from '../../platform/db'
import { env } from '../../platform/env'
import { DomainError } from '../../platform/errors'
import { randomId } from '../../platform/randomness'
import { type ImportOptions, uploadChunkBytes } from '../schema'
import { refuseClosed } from './study-facts'

/** Begins an import; the bytes follow in pieces. @throws conflict, invalid */
export async function createImport(
  study: StudyAccess,
  given: { fileName: string; byteSize: number; options: ImportOptions },
): Promise<{ importId: string }> {
  refuseClosed(study.state)
  const mostMb = env().ASSAY_UPLOAD_LIMIT_MB
  if (given.byteSize > mostMb * 1024 * 1024)
    throw new DomainError(
      'invalid',
      `The file is larger than ${mostMb} MB. Split it, use the command line, or raise ASSAY_UPLOAD_LIMIT_MB.`,
    )
  const importId = randomId()
  await db.import.create({
    data: {
      id: importId,
      studyId: study.studyId,
      fileName: given.fileName,
      byteSize: given.byteSize,
      options: given.options,
      createdById: study.actor.userId === operatorUserId ? null : study.actor.userId,
    },
  })
  return { importId }
}

async function requireUploading(study: StudyAccess, importId: string) {
  const [row] = await sql<{ state: string; byte_size: string }>(
    'upload_row',
    'SELECT state::text AS state, byte_size FROM imports WHERE id = $1 AND study_id = $2',
    [importId, study.studyId],
  )
  if (!row) throw new DomainError('not_found', 'There is no such import.')
  return { state: row.state, byteSize: Number(row.byte_size) }
}

/** How many bytes of a file are safe here: where an interrupted upload goes on. @throws not_found */
export async function getReceivedBytes(study: StudyAccess, importId: string): Promise<number> {
  const { state, byteSize } = await requireUploading(study, importId)
  return state === 'UPLOADING' ? blobPartSize(importId) : byteSize
}

/**
 * Takes one piece of a file. `sha256` is the piece's own, hex. Returns how many bytes are here; when that is not the end
 * of this piece, go on from there. @throws not_found, conflict, invalid (the piece is not what was sent)
 */
export async function receiveChunk(
  study: StudyAccess,
  importId: string,
  chunk: { offset: number; bytes: Uint8Array; sha256: string },
): Promise<number> {
  const { state, byteSize } = await requireUploading(study, importId)
  if (state !== 'UPLOADING') throw new DomainError('conflict', 'This upload has ended.')
  if (chunk.bytes.length > uploadChunkBytes || chunk.offset + chunk.bytes.length > byteSize)
    throw new DomainError('invalid', 'More was sent than was announced. Start the upload again.')
  if (createHash('sha256').update(chunk.bytes).digest('hex') !== chunk.sha256)
    throw new DomainError('invalid', 'A piece of the file arrived damaged. It is sent again.')
  const received = await appendToBlob(importId, chunk.offset, chunk.bytes)
  await sql('upload_progress', 'UPDATE imports SET bytes_read = $2 WHERE id = $1', [importId, received])
  return received
}

/** All bytes are here: UPLOADING → CHECKING. Doing it again changes nothing. @throws not_found, conflict */
export async function finishUpload(study: StudyAccess, importId: string): Promise<void> {
  const { state, byteSize } = await requireUploading(study, importId)
  if (state !== 'UPLOADING') return
  const received = await blobPartSize(importId)
  if (received === byteSize) await sealBlob(importId)
  else if (received > 0)
    throw new DomainError('conflict', `Only ${received} of ${byteSize} bytes arrived. Choose the file again to go on.`)
  await db.$transaction(async tx => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: 'UPLOADING' },
      data: { state: 'CHECKING', bytesRead: 0 },
    })
    if (count > 0) await enqueueJob(tx, 'items.check-import', { importId }, `import:${importId}`)
  })
}

const keptDays = 7

/** Removes what was begun a week ago and not finished: uploads, and checked files that nobody imported. */
export async function discardUploads(): Promise<void> {
  const old = await sql<{ id: string }>(
    'discard_uploads',
    `UPDATE imports SET state = 'CANCELLED', finished_at = now()
     WHERE state IN ('UPLOADING', 'CHECKED') AND created_at < now() - make_interval(days => $1) RETURNING id`,
    [keptDays],
  )
  for (const { id } of old) await deleteBlob(id)
}
