import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { deleteBlob, discardBlobParts } from '../../platform/blobs'
import { now } from '../../platform/clock'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { exportBlobKey, exportBlobPrefix } from '../request/export-blob-key'

/** Ends an export that is not ready yet; nothing of it stays. @throws not_found, conflict */
export async function cancelExport(access: StudyAccess, exportId: string): Promise<void> {
  await db.$transaction(async tx => {
    const where = { id: exportId, studyId: access.studyId }
    const { count } = await tx.export.updateMany({
      where: { ...where, state: { in: ['QUEUED', 'RUNNING'] } },
      data: { state: 'CANCELLED', finishedAt: now() },
    })
    if (count === 0) {
      const found = await tx.export.count({ where })
      throw found === 0
        ? new DomainError('not_found', 'There is no such export.')
        : new DomainError('conflict', 'This export has ended already.')
    }
    const { userId } = access.actor
    await recordAudit(tx, {
      actorId: userId,
      action: 'export.cancelled',
      studyId: access.studyId,
      detail: { exportId },
    })
  })
}

/** Removes an export that has ended, and its file. @throws not_found, conflict (it is being made: cancel it first) */
export async function deleteExport(access: StudyAccess, exportId: string): Promise<void> {
  await db.$transaction(async tx => {
    const where = { id: exportId, studyId: access.studyId }
    const { count } = await tx.export.deleteMany({ where: { ...where, state: { notIn: ['QUEUED', 'RUNNING'] } } })
    if (count === 0) {
      const found = await tx.export.count({ where })
      throw found === 0
        ? new DomainError('not_found', 'There is no such export.')
        : new DomainError('conflict', 'This export is being made. Cancel it first.')
    }
    const { userId } = access.actor
    await recordAudit(tx, { actorId: userId, action: 'export.deleted', studyId: access.studyId, detail: { exportId } })
  })
  await deleteBlob(exportBlobKey(exportId))
}

const deadAfterMs = 24 * 3_600_000

/** Removes the files of exports whose time is over, and what killed workers left behind. */
export async function discardExports(): Promise<void> {
  const old = await sql<{ id: string }>(
    'discard_exports',
    `UPDATE exports SET state = 'EXPIRED' WHERE state = 'READY' AND expires_at < now() RETURNING id`,
    [],
  )
  for (const { id } of old) await deleteBlob(exportBlobKey(id))
  await discardBlobParts(exportBlobPrefix, deadAfterMs)
}
