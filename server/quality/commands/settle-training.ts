import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { Transaction } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import { attemptOutcome } from '../attempt-outcome'
import { listSubmittedJudgments } from '../queries/submitted-judgments'
import { planReservedPlaces } from './plan-reserved-places'
import { storeChecks } from './store-checks'

interface AttemptRow {
  qualification: string
  attempts: number
  protocol_version: number
  planned: number
  open: number
  asked: number
  judgments: string[]
}

/**
 * If somebody has done all items of their training, decides about it: the work begins, the next attempt is planned, or
 * they are told that it is over. Null: there is no training, or it goes on. Idempotent; locks the membership.
 */
export async function settleTraining(
  tx: Transaction,
  studyId: string,
  userId: string,
): Promise<'passed' | 'again' | 'failed' | null> {
  await tx.$queryRaw`SELECT 1 FROM study_annotators WHERE study_id = ${studyId}::uuid AND user_id = ${userId}::uuid FOR UPDATE`
  const [row] = await tx.$queryRaw<AttemptRow[]>`
    SELECT m.qualification::text AS qualification, m.qualification_attempts AS attempts, t.protocol_version,
      count(p.id)::int AS planned, count(*) FILTER (WHERE p.state <> 'JUDGED' AND NOT x.skipped)::int AS open,
      count(*) FILTER (WHERE i.purpose = 'QUALIFICATION')::int AS asked,
      COALESCE(array_agg(x.judgment) FILTER (WHERE i.purpose = 'QUALIFICATION' AND x.judgment IS NOT NULL), '{}') AS judgments
    FROM study_annotators m JOIN studies t ON t.id = m.study_id
      LEFT JOIN places p ON p.for_user_id = m.user_id AND p.study_id = m.study_id AND p.due_after < 0
        AND p.variant / 1000 = m.qualification_attempts
      LEFT JOIN items i ON i.id = p.item_id
      LEFT JOIN LATERAL (
        SELECT COALESCE(bool_or(a.state = 'SKIPPED'), false) AS skipped, (array_agg(j.id) FILTER (WHERE j.id IS NOT NULL))[1] AS judgment
        FROM assignments a LEFT JOIN judgments j ON j.assignment_id = a.id AND j.is_current
        WHERE a.place_id = p.id AND a.user_id = m.user_id) x ON true
    WHERE m.study_id = ${studyId}::uuid AND m.user_id = ${userId}::uuid
    GROUP BY m.study_id, m.user_id, t.id`
  if (row?.qualification !== 'PENDING' || row.planned === 0 || row.open > 0) return null

  const protocol = await getProtocol(studyId, row.protocol_version)
  const findings = await storeChecks(tx, await listSubmittedJudgments(tx, row.judgments), protocol.criteria)
  // An item without a known answer asks nothing.
  const outcomes = [...findings.values()].filter(finding => finding.passed !== null)
  const met = outcomes.filter(finding => finding.passed).length
  const asked = row.asked - (findings.size - outcomes.length)
  const outcome = attemptOutcome({ before: row.attempts, asked, met }, protocol.quality.qualification)
  await tx.studyAnnotator.update({
    where: { studyId_userId: { studyId, userId } },
    data: {
      qualification: outcome === 'passed' ? 'PASSED' : outcome === 'failed' ? 'FAILED' : 'PENDING',
      qualificationAttempts: { increment: asked > 0 ? 1 : 0 },
    },
  })
  await planReservedPlaces(tx, studyId, userId)
  await recordAudit(tx, {
    actorId: null,
    action: `training.${outcome}`,
    studyId,
    detail: { userId, attempt: row.attempts + 1, asked, met },
  })
  return outcome
}
