import 'server-only'
import { releaseAhead } from '../../assignments/commands/release-ahead'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { AnnotatorDecision, QualificationDecision } from '../schema'
import { planReservedPlaces } from './plan-reserved-places'

interface Membership {
  halted: boolean
  flagged: boolean
  qualification: 'NOT_NEEDED' | 'PENDING' | 'PASSED' | 'FAILED'
}

/** @throws not_found, conflict when the study is closed */
async function lockMember(tx: Transaction, study: StudyAccess, userId: string): Promise<Membership> {
  const [member] = await tx.$queryRaw<Membership[]>`
    SELECT halted_at IS NOT NULL AS halted, flagged_at IS NOT NULL AS flagged, qualification::text AS qualification
    FROM study_annotators WHERE study_id = ${study.studyId}::uuid AND user_id = ${userId}::uuid AND removed_at IS NULL FOR UPDATE`
  if (!member) throw new DomainError('not_found', 'This person takes no part in the study.')
  const [{ closed } = { closed: true }] = await tx.$queryRaw<{ closed: boolean }[]>`
    SELECT state = 'CLOSED' AS closed FROM studies WHERE id = ${study.studyId}::uuid`
  if (closed) throw new DomainError('conflict', 'This study is closed.')
  return member
}

/** Gives somebody no new work; what is on their screen may be finished, what they submitted stays. @throws not_found, conflict */
export async function haltAnnotator(study: StudyAccess, { userId, reason }: AnnotatorDecision): Promise<void> {
  await db.$transaction(async tx => {
    if ((await lockMember(tx, study, userId)).halted)
      throw new DomainError('conflict', 'This person has been halted already.')
    await tx.$executeRaw`UPDATE study_annotators SET halted_at = now(), halted_reason = ${reason}
      WHERE study_id = ${study.studyId}::uuid AND user_id = ${userId}::uuid`
    await releaseAhead(tx, study.studyId, userId)
    await audit(tx, study, 'annotator.halted', { userId, reason })
  })
}

/**
 * Lets somebody go on who was halted or flagged. The rule on gold items begins anew: what they missed before does not
 * catch them again. @throws not_found, conflict
 */
export async function resumeAnnotator(study: StudyAccess, { userId, reason }: AnnotatorDecision): Promise<void> {
  await db.$transaction(async tx => {
    const { halted, flagged } = await lockMember(tx, study, userId)
    if (!halted && !flagged) throw new DomainError('conflict', 'This person is neither halted nor flagged.')
    await tx.$executeRaw`UPDATE study_annotators SET halted_at = NULL, halted_reason = NULL, flagged_at = NULL, gold_since = now()
      WHERE study_id = ${study.studyId}::uuid AND user_id = ${userId}::uuid`
    await audit(tx, study, 'annotator.resumed', { userId, reason, halted, flagged })
  })
}

/** Takes somebody's training as passed, or gives them one more attempt. @throws not_found, conflict */
export async function decideQualification(study: StudyAccess, decision: QualificationDecision): Promise<void> {
  const { studyId } = study
  const { userId, to, reason } = decision
  await db.$transaction(async tx => {
    const { qualification } = await lockMember(tx, study, userId)
    const isAllowed = to === 'passed' ? ['PENDING', 'FAILED'] : ['PASSED', 'FAILED']
    if (!isAllowed.includes(qualification))
      throw new DomainError('conflict', 'The training of this person is not in a state in which this can be decided.')
    await releaseAhead(tx, studyId, userId)
    await tx.$executeRaw`DELETE FROM places p WHERE p.study_id = ${studyId}::uuid AND p.for_user_id = ${userId}::uuid
      AND p.due_after < 0 AND p.state = 'FREE' AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.place_id = p.id)`
    await tx.$executeRaw`UPDATE study_annotators SET qualification = ${to === 'passed' ? 'PASSED' : 'PENDING'}::"Qualification"
      WHERE study_id = ${studyId}::uuid AND user_id = ${userId}::uuid`
    await planReservedPlaces(tx, studyId, userId)
    const training = await tx.place.count({ where: { studyId, forUserId: userId, dueAfter: { lt: 0 }, state: 'FREE' } })
    if (to === 'again' && training === 0)
      throw new DomainError('conflict', 'There is no qualification item in the languages of this person.')
    await audit(tx, study, `training.${to === 'passed' ? 'taken-as-passed' : 'given-again'}`, {
      userId,
      reason,
      from: qualification,
    })
  })
}

const audit = (tx: Transaction, study: StudyAccess, action: string, detail: Record<string, unknown>) =>
  recordAudit(tx, { actorId: study.actor.userId, action, studyId: study.studyId, detail })
