import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'

/** Takes a flag off the queue, with a word on what was decided. @throws conflict when it is resolved already, not_found */
export async function resolveFlag(study: StudyAccess, input: { flagId: string; resolution: string }): Promise<void> {
  await db.$transaction(async tx => {
    const [flag] = await tx.$queryRaw<{ item_id: string; kind: string }[]>`
      UPDATE item_flags SET resolved_at = now(), resolved_by_id = ${study.actor.userId}::uuid, resolution = ${input.resolution}
      WHERE id = ${input.flagId}::uuid AND study_id = ${study.studyId}::uuid AND resolved_at IS NULL
      RETURNING item_id, kind::text`
    if (!flag) throw await whyNot(study, input.flagId, 'Somebody has resolved this flag already.')
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'flag.resolved',
      studyId: study.studyId,
      detail: { flagId: input.flagId, itemId: flag.item_id, kind: flag.kind, resolution: input.resolution },
    })
  })
}

/** Puts a resolved flag back into the queue; what was decided stays in the audit trail. @throws conflict, not_found */
export async function reopenFlag(study: StudyAccess, input: { flagId: string }): Promise<void> {
  await db.$transaction(async tx => {
    const [flag] = await tx.$queryRaw<{ item_id: string; kind: string }[]>`
      UPDATE item_flags SET resolved_at = NULL, resolved_by_id = NULL, resolution = NULL
      WHERE id = ${input.flagId}::uuid AND study_id = ${study.studyId}::uuid AND resolved_at IS NOT NULL
      RETURNING item_id, kind::text`
    if (!flag) throw await whyNot(study, input.flagId, 'This flag is open already.')
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'flag.reopened',
      studyId: study.studyId,
      detail: { flagId: input.flagId, itemId: flag.item_id, kind: flag.kind },
    })
  })
}

async function whyNot(study: StudyAccess, flagId: string, conflict: string): Promise<DomainError> {
  const known = await db.itemFlag.count({ where: { id: flagId, studyId: study.studyId } })
  return known > 0
    ? new DomainError('conflict', conflict)
    : new DomainError('not_found', 'There is no such flag in this study.')
}
