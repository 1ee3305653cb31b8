import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { lockStudyFor } from './lock-study'

/** Takes a study out of the lists. Nothing is deleted. @throws conflict while it is open or paused */
export async function archiveStudy(study: StudyAccess): Promise<void> {
  await db.$transaction(async tx => {
    const { id } = await lockStudyFor(tx, study.studyId, 'archive')
    await tx.$executeRaw`UPDATE studies SET archived_at = now() WHERE id = ${id}::uuid`
    await recordAudit(tx, { actorId: study.actor.userId, action: 'study.archived', studyId: id })
  })
}

/** Brings an archived study back. */
export async function restoreStudy(study: StudyAccess): Promise<void> {
  await db.$transaction(async tx => {
    const { id } = await lockStudyFor(tx, study.studyId, 'restore')
    await tx.$executeRaw`UPDATE studies SET archived_at = NULL WHERE id = ${id}::uuid`
    await recordAudit(tx, { actorId: study.actor.userId, action: 'study.restored', studyId: id })
  })
}
