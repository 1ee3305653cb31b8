import 'server-only'
import { releaseAhead } from '../../assignments/commands/release-ahead'
import { recordAudit } from '../../audit/commands'
import type { Transaction } from '../../platform/db'
import { goldPosterior } from '../../statistics/gold-items/gold-posterior'
import type { Protocol } from '../../studies/schema'

interface Member {
  studyId: string
  userId: string
}

/**
 * Flags somebody, once, whose accuracy on known answers is below the threshold with more than 95 % probability; halts
 * them if the protocol says so. What is on their screen may be finished; an admin decides about the rest.
 */
export async function applyGoldRule(
  tx: Transaction,
  { studyId, userId }: Member,
  rule: Protocol['quality']['gold'],
): Promise<void> {
  const [member] = await tx.$queryRaw<{ flagged: boolean; since: Date | null }[]>`
    SELECT flagged_at IS NOT NULL AS flagged, gold_since AS since FROM study_annotators
    WHERE study_id = ${studyId}::uuid AND user_id = ${userId}::uuid AND removed_at IS NULL FOR UPDATE`
  if (!member || member.flagged) return
  const [counts] = await tx.$queryRaw<{ passed: number; failed: number }[]>`
    SELECT count(*) FILTER (WHERE c.passed)::int AS passed, count(*) FILTER (WHERE NOT c.passed)::int AS failed
    FROM judgment_checks c JOIN judgments j ON j.id = c.judgment_id AND j.is_current
      JOIN items i ON i.id = j.item_id AND i.purpose IN ('GOLD', 'ATTENTION')
    WHERE c.study_id = ${studyId}::uuid AND c.user_id = ${userId}::uuid AND j.occasion = 'FIRST'
      AND (${member.since}::timestamptz IS NULL OR j.submitted_at > ${member.since})`
  const { passed = 0, failed = 0 } = counts ?? {}
  const posterior = goldPosterior({ passed, failed, threshold: rule.threshold })
  if (!posterior.flagged) return
  const isHalted = rule.action === 'halt'
  await tx.$executeRaw`UPDATE study_annotators SET flagged_at = now(),
      halted_at = CASE WHEN ${isHalted} THEN COALESCE(halted_at, now()) ELSE halted_at END,
      halted_reason = CASE WHEN ${isHalted} THEN COALESCE(halted_reason, 'gold-items') ELSE halted_reason END
    WHERE study_id = ${studyId}::uuid AND user_id = ${userId}::uuid`
  if (isHalted) await releaseAhead(tx, studyId, userId)
  await recordAudit(tx, {
    actorId: null,
    action: isHalted ? 'annotator.halted' : 'annotator.flagged',
    studyId,
    detail: { userId, passed, failed, threshold: rule.threshold, probabilityBelow: posterior.probabilityBelow },
  })
}
