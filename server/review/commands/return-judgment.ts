import 'server-only'
import { recordAudit } from '../../audit/commands'
import { refuseNamedModels } from '../../item-messages/commands'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'

/**
 * Gives a judgment back to its annotator with a message; they may then revise it whatever the window says. One that was
 * returned because its rubric changed gets the message beside its points.
 * @throws conflict when the study is closed or it is returned for review already, not_found, invalid when a model is named
 */
export async function returnJudgment(study: StudyAccess, input: { judgment: string; message: string }): Promise<void> {
  if (study.state !== 'OPEN' && study.state !== 'PAUSED')
    throw new DomainError('conflict', 'Judgments can be returned only while the study is open or paused.')
  await db.$transaction(async tx => {
    await refuseNamedModels(tx, study.studyId, input.message)
    const [judged] = await tx.$queryRaw<{ assignment_id: string; user_id: string; item_id: string }[]>`
      SELECT j.assignment_id, j.user_id, j.item_id FROM judgments j JOIN assignments a ON a.id = j.assignment_id
      WHERE j.id = ${input.judgment}::uuid AND j.study_id = ${study.studyId}::uuid AND j.is_current AND j.origin = 'LIVE'
      FOR UPDATE OF a`
    if (!judged)
      throw new DomainError('not_found', 'There is no such judgment in this study, or a newer one has replaced it.')
    const open = await tx.judgmentReturn.findFirst({
      where: { assignmentId: judged.assignment_id, answeredAt: null, withdrawnAt: null },
      select: { id: true, kind: true },
    })
    if (open?.kind === 'REVIEW') throw new DomainError('conflict', 'This judgment is with its annotator already.')
    const createdById = study.actor.userId === operatorUserId ? null : study.actor.userId
    if (open)
      await tx.judgmentReturn.update({
        where: { id: open.id },
        data: { kind: 'REVIEW', message: input.message, createdById },
      })
    else
      await tx.judgmentReturn.create({
        data: {
          judgmentId: input.judgment,
          assignmentId: judged.assignment_id,
          userId: judged.user_id,
          studyId: study.studyId,
          kind: 'REVIEW',
          message: input.message,
          points: [],
          createdById,
        },
      })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'judgment.returned',
      studyId: study.studyId,
      detail: { judgment: input.judgment, itemId: judged.item_id, message: input.message, sealed: study.sealed },
    })
  })
}

/** Takes a return back that was not answered yet; the judgment stays as it is. @throws conflict */
export async function withdrawReturn(study: StudyAccess, returned: string): Promise<void> {
  await db.$transaction(async tx => {
    const [taken] = await tx.$queryRaw<{ judgment_id: string; kind: string }[]>`
      UPDATE judgment_returns SET withdrawn_at = now()
      WHERE id = ${returned}::uuid AND study_id = ${study.studyId}::uuid AND answered_at IS NULL AND withdrawn_at IS NULL
      RETURNING judgment_id, kind::text`
    if (!taken) throw new DomainError('conflict', 'This return has been answered or withdrawn already.')
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'judgment.return-withdrawn',
      studyId: study.studyId,
      detail: { judgment: taken.judgment_id, kind: taken.kind },
    })
  })
}
