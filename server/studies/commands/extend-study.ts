import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { lockStudyFor } from './lock-study'

/**
 * Opens a closed study again, so that responses of another model can be imported and judged beside old ones. What was
 * judged stays; results are sealed again until the next close. @throws conflict
 */
export async function extendStudy(study: StudyAccess, reason: string): Promise<void> {
  await db.$transaction(async tx => {
    const { id, isUnblinded } = await lockStudyFor(tx, study.studyId, 'extend')
    await tx.study.update({ where: { id }, data: { state: 'OPEN', closedAt: null } })
    await refreshEligibility(tx, { studyId: id })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'study.extended',
      studyId: id,
      // Whoever decides from now on may know which model is which.
      detail: { reason, afterUnblinding: isUnblinded },
    })
  })
}
