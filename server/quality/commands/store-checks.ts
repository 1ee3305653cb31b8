import 'server-only'
import type { Criterion } from '../../../criteria/schema'
import type { Transaction } from '../../platform/db'
import { checkJudgment, type JudgmentFinding } from '../check-judgment'
import type { SubmittedJudgment } from '../queries/submitted-judgments'

/** Keeps what is found out about judgments, once each; whoever comes second changes nothing. */
export async function storeChecks(
  tx: Transaction,
  judgments: readonly SubmittedJudgment[],
  criteria: readonly Criterion[],
): Promise<Map<string, JudgmentFinding>> {
  const findings = new Map(judgments.map(judgment => [judgment.id, checkJudgment(judgment, criteria)]))
  const rows = judgments.map(({ id, studyId, userId }) => ({ id, studyId, userId, ...findings.get(id) }))
  await tx.$executeRaw`
    INSERT INTO judgment_checks (judgment_id, study_id, user_id, expected_ms, too_fast, straight_lined, passed, missed)
    SELECT c.id, c."studyId", c."userId", c."expectedMs", c."tooFast", false, c.passed, c.missed
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      c(id uuid, "studyId" uuid, "userId" uuid, "expectedMs" int, "tooFast" boolean, passed boolean, missed int[])
    ON CONFLICT DO NOTHING`
  return findings
}
