import 'server-only'
import type { Rubric } from '../../../criteria/checklist/schema'
import type { Criterion } from '../../../criteria/schema'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import type { Transaction } from '../../platform/db'
import { listOutdatedJudgments } from '../queries/outdated-judgments'

/**
 * Gives every judgment of an item that lacks points of its rubric back to its annotator, for these points alone; one
 * that is returned already gets the points beside what was asked for. Returns how many judgments that were.
 */
export async function returnOutdated(
  tx: Transaction,
  study: StudyAccess,
  item: { itemId: string; criteria: readonly Criterion[]; rubric: Rubric; message: string },
): Promise<{ returned: number }> {
  // Nobody revises between this reading and what is written from it.
  await tx.$queryRaw`SELECT 1 FROM assignments WHERE item_id = ${item.itemId}::uuid AND state = 'SUBMITTED' ORDER BY id FOR UPDATE`
  const outdated = await listOutdatedJudgments(tx, item.itemId, item.criteria, item.rubric)
  for (const { judgmentId, assignmentId, userId, points, returnId } of outdated) {
    if (returnId) {
      await tx.judgmentReturn.update({ where: { id: returnId }, data: { points } })
      continue
    }
    await tx.judgmentReturn.create({
      data: {
        judgmentId,
        assignmentId,
        userId,
        studyId: study.studyId,
        kind: 'RUBRIC',
        message: item.message,
        points,
        createdById: study.actor.userId === operatorUserId ? null : study.actor.userId,
      },
    })
  }
  // The rubric reads again as they were judged by: nothing is left to do.
  await tx.$executeRaw`UPDATE judgment_returns r SET withdrawn_at = now() FROM judgments j
    WHERE j.id = r.judgment_id AND j.item_id = ${item.itemId}::uuid AND r.kind = 'RUBRIC' AND r.answered_at IS NULL AND r.withdrawn_at IS NULL
      AND r.assignment_id <> ALL (${outdated.map(one => one.assignmentId)}::uuid[])`
  return { returned: outdated.length }
}
