import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { SetAdjudicator } from '../schema'
import { assignAdjudicators } from './assign-adjudicators'
import { takeBackUnbegun } from './take-back-unbegun'

/** Makes a member an adjudicator of the study, who then gets what waits, or takes that away. @throws not_found */
export async function setAdjudicator(study: StudyAccess, { userId, isAdjudicator }: SetAdjudicator): Promise<void> {
  await db.$transaction(async tx => {
    const { count } = await tx.studyAnnotator.updateMany({
      where: { studyId: study.studyId, userId, removedAt: null },
      data: { isAdjudicator },
    })
    if (count === 0) throw new DomainError('not_found', 'This person does not take part in the study.')
    if (!isAdjudicator) await takeBackUnbegun(tx, study.studyId, { userId })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: isAdjudicator ? 'adjudicator.named' : 'adjudicator.dismissed',
      studyId: study.studyId,
      detail: { user: userId },
    })
    await assignAdjudicators(tx, study.studyId)
  })
}

/** Leaves the judgments of an item as they are, with a reason. Undone by {@link reopenDisagreement}. @throws not_found, conflict */
export async function dismissDisagreement(study: StudyAccess, id: string, reason: string): Promise<void> {
  await db.$transaction(async tx => {
    await takeBackUnbegun(tx, study.studyId, { disagreement: id })
    const found = await tx.disagreement.findFirst({ where: { id, studyId: study.studyId } })
    if (!found) throw new DomainError('not_found', 'There is no such disagreement in this study.')
    if (found.dismissedAt) throw new DomainError('conflict', 'It has been dismissed already.')
    if (found.placeId !== null)
      throw new DomainError('conflict', 'Somebody has begun to decide it, or has decided: it cannot be dismissed.')
    await tx.$executeRaw`UPDATE disagreements SET dismissed_at = now(), dismissed_reason = ${reason},
      dismissed_by_id = (SELECT id FROM users WHERE id = ${study.actor.userId}::uuid) WHERE id = ${id}::uuid`
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'disagreement.dismissed',
      studyId: study.studyId,
      detail: { disagreement: id, item: found.itemId, reason },
    })
  })
}

/** Puts a dismissed one back into the queue. @throws not_found */
export async function reopenDisagreement(study: StudyAccess, id: string): Promise<void> {
  await db.$transaction(async tx => {
    const { count } = await tx.disagreement.updateMany({
      where: { id, studyId: study.studyId, dismissedAt: { not: null } },
      data: { dismissedAt: null, dismissedReason: null, dismissedById: null },
    })
    if (count === 0) throw new DomainError('not_found', 'There is no such dismissed disagreement in this study.')
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'disagreement.reopened',
      studyId: study.studyId,
      detail: { disagreement: id },
    })
    await assignAdjudicators(tx, study.studyId)
  })
}
