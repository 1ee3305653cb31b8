import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { releaseAhead } from '../../assignments/commands/release-ahead'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { SetAnnotators } from '../schema'
import { lockStudyFor } from './lock-study'

/**
 * Adds people to a study or changes their quota, and takes people off. What a removed person judged stays, what is on
 * their screen may be finished, and what was only leased ahead goes back to the pool. @throws conflict when the study is closed
 */
export async function setStudyAnnotators(study: StudyAccess, input: SetAnnotators): Promise<void> {
  await db.$transaction(
    async tx => {
      const { id } = await lockStudyFor(tx, study.studyId, 'change-people')
      const userIds = input.set.map(person => person.userId)
      const known = await tx.user.count({ where: { id: { in: userIds }, disabledAt: null } })
      if (known !== new Set(userIds).size)
        throw new DomainError('invalid', 'Somebody on this list does not exist or is disabled. Reload and try again.')

      for (const { userId, quota } of input.set)
        await tx.studyAnnotator.upsert({
          where: { studyId_userId: { studyId: id, userId } },
          create: { studyId: id, userId, quota },
          update: { quota, removedAt: null },
        })
      for (const userId of input.remove) {
        await tx.$executeRaw`UPDATE study_annotators SET removed_at = now()
          WHERE study_id = ${id}::uuid AND user_id = ${userId}::uuid AND removed_at IS NULL`
        await releaseAhead(tx, id, userId)
      }
      await refreshEligibility(tx, { studyId: id })
      await recordAudit(tx, {
        actorId: study.actor.userId,
        action: 'study.annotators-set',
        studyId: id,
        detail: { set: input.set, removed: input.remove },
      })
    },
    { timeout: 2 * 60_000 },
  )
}
