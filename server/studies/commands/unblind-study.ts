import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { lockStudyFor } from './lock-study'

/** Shows admins which model is which, from here on and for good. @throws conflict unless the study is closed and blind */
export async function unblindStudy(study: StudyAccess, input: { reason: string }): Promise<void> {
  await db.$transaction(async tx => {
    const { id } = await lockStudyFor(tx, study.studyId, 'unblind')
    await tx.$executeRaw`UPDATE studies SET unblinded_at = now() WHERE id = ${id}::uuid`
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'study.unblinded',
      studyId: id,
      detail: { reason: input.reason },
    })
  })
}
