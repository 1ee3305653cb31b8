import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { SetAdjudicator } from '../schema'
import { assignAdjudicators } from './assign-adjudicators'

/** Takes back what nobody has begun to decide, so that it waits for somebody again. What has a draft stays where it is. */
async function takeBack(tx: Transaction, studyId: string, of: { userId: string } | { disagreement: string }) {
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM places p USING disagreements d
      WHERE d.place_id = p.id AND d.study_id = ${studyId}::uuid AND p.state <> 'JUDGED'
        AND (d.adjudicator_id = ${'userId' in of ? of.userId : null}::uuid OR d.id = ${'disagreement' in of ? of.disagreement : null}::uuid)
        AND NOT EXISTS (SELECT 1 FROM assignments a JOIN drafts f ON f.assignment_id = a.id WHERE a.place_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.place_id = p.id AND (a.state = 'SUBMITTED' OR a.revealed_at IS NOT NULL))
      RETURNING d.id)
    UPDATE disagreements SET adjudicator_id = NULL, place_id = NULL WHERE id IN (SELECT id FROM gone)`
}

/** Makes a member an adjudicator of the study, who then gets what waits, or takes that away. @throws not_found */
export async function setAdjudicator(study: StudyAccess, { userId, isAdjudicator }: SetAdjudicator): Promise<void> {
  await db.$transaction(async tx => {
    const { count } = await tx.studyAnnotator.updateMany({
      where: { studyId: study.studyId, userId, removedAt: null },
      data: { isAdjudicator },
    })
    if (count === 0) throw new DomainError('not_found', 'This person does not take part in the study.')
    if (!isAdjudicator) await takeBack(tx, study.studyId, { userId })
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
    await takeBack(tx, study.studyId, { disagreement: id })
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
