import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'

interface Judged {
  id: string
  item_id: string
  place_id: bigint
  excluded: boolean
}

/**
 * Leaves a judgment out of the results; it stays, with the reason. `judgeAgain`: its place is free again, for somebody
 * else. @throws conflict, not_found
 */
export async function excludeJudgment(
  study: StudyAccess,
  input: { judgment: string; reason: string; judgeAgain: boolean },
): Promise<void> {
  await db.$transaction(async tx => {
    // Locks as a submission does: place, then assignment.
    const [judged] = await tx.$queryRaw<Judged[]>`
      SELECT j.id, j.item_id, a.place_id, j.excluded_at IS NOT NULL AS excluded
      FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
      WHERE j.id = ${input.judgment}::uuid AND j.study_id = ${study.studyId}::uuid AND j.is_current AND j.origin = 'LIVE' FOR UPDATE OF p, a`
    if (!judged)
      throw new DomainError('not_found', 'There is no such judgment in this study, or a newer one has replaced it.')
    if (judged.excluded) throw new DomainError('conflict', 'This judgment is left out already.')
    const excludedById = study.actor.userId === operatorUserId ? null : study.actor.userId
    await tx.$executeRaw`UPDATE judgments SET excluded_at = now(), excluded_reason = ${input.reason}, excluded_by_id = ${excludedById}::uuid
      WHERE id = ${judged.id}::uuid`
    const freed = input.judgeAgain
      ? await tx.$executeRaw`UPDATE places SET state = 'FREE' WHERE id = ${judged.place_id} AND state = 'JUDGED' AND for_user_id IS NULL`
      : 0
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'judgment.excluded',
      studyId: study.studyId,
      // An exclusion by somebody who could see results by model is post hoc.
      detail: {
        judgment: judged.id,
        itemId: judged.item_id,
        reason: input.reason,
        freed: freed > 0,
        sealed: study.sealed,
      },
    })
  })
}

/**
 * Counts an excluded judgment again. Where its place was given to somebody else meanwhile, both count. What a rejected
 * batch left out comes back with the batch alone: a batch is decided as a whole.
 * @throws conflict
 */
export async function restoreJudgment(study: StudyAccess, input: { judgment: string; reason: string }): Promise<void> {
  await db.$transaction(async tx => {
    const [judged] = await tx.$queryRaw<{ item_id: string; place_id: bigint; rejected_day: string | null }[]>`
      SELECT j.item_id, a.place_id, (
        SELECT to_char(b.day, 'YYYY-MM-DD') FROM batches b JOIN judgments e ON e.id = ANY (b.excluded_ids)
        WHERE b.study_id = j.study_id AND b.user_id = j.user_id AND b.state = 'REJECTED' AND e.assignment_id = j.assignment_id
          AND j.excluded_reason LIKE 'Batch rejected: %' LIMIT 1) AS rejected_day
      FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
      WHERE j.id = ${input.judgment}::uuid AND j.study_id = ${study.studyId}::uuid AND j.excluded_at IS NOT NULL FOR UPDATE OF p, a`
    if (!judged) throw new DomainError('conflict', 'This judgment is not left out.')
    if (judged.rejected_day)
      throw new DomainError(
        'conflict',
        `This judgment was left out with its batch of ${judged.rejected_day}, which is rejected. Take the rejection back among the batches on the study’s page “Preference data”, under “Review”.`,
      )
    await tx.$executeRaw`UPDATE judgments SET excluded_at = NULL, excluded_reason = NULL, excluded_by_id = NULL WHERE id = ${input.judgment}::uuid`
    await tx.$executeRaw`UPDATE places SET state = 'JUDGED' WHERE id = ${judged.place_id} AND state = 'FREE'`
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'judgment.restored',
      studyId: study.studyId,
      detail: { judgment: input.judgment, itemId: judged.item_id, reason: input.reason, sealed: study.sealed },
    })
  })
}
