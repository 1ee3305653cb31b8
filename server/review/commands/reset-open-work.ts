import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'

/**
 * Takes back what an annotator has on the screen or was leased ahead: the places are free again. What is submitted stays,
 * and so do drafts, readable where they were. @throws not_found
 */
export async function resetOpenWork(study: StudyAccess, userId: string): Promise<{ assignments: number }> {
  return db.$transaction(async tx => {
    const [member] = await tx.$queryRaw<{ user_id: string }[]>`
      SELECT user_id FROM study_annotators WHERE study_id = ${study.studyId}::uuid AND user_id = ${userId}::uuid FOR UPDATE`
    if (!member) throw new DomainError('not_found', 'This person does not take part in the study.')
    await tx.$executeRaw`UPDATE places p SET state = 'FREE', holder_id = NULL, takeover_at = NULL, ahead = false
      FROM assignments a WHERE a.id = p.holder_id AND p.state = 'HELD' AND p.study_id = ${study.studyId}::uuid AND a.user_id = ${userId}::uuid`
    const assignments = await tx.$executeRaw`UPDATE assignments SET state = 'CANCELLED', ended_at = now()
      WHERE study_id = ${study.studyId}::uuid AND user_id = ${userId}::uuid AND state IN ('AHEAD', 'SHOWN')`
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'annotator.work-reset',
      studyId: study.studyId,
      detail: { user: userId, assignments },
    })
    return { assignments }
  })
}
