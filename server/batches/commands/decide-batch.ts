import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { readSampleIds } from '../queries/get-batch'
import { listBatches } from '../queries/list-batches'
import type { DecideBatch } from '../schema'

/**
 * Accepts or rejects the judgments of a person on a day as a whole, or takes that back. Rejected judgments are left out
 * of results and preference data, and their places are given to somebody else; when a rejection is taken back they count
 * again, beside whatever was judged meanwhile.
 * @throws not_found, conflict while the day (or the study) goes on, or when it is decided so already
 */
export async function decideBatch(study: StudyAccess, { userId, day, decision, reason }: DecideBatch): Promise<void> {
  const batch = (await listBatches(study)).find(one => one.userId === userId && one.day === day)
  if (!batch) throw new DomainError('not_found', 'There is no such batch.')
  if (!batch.isComplete)
    throw new DomainError('conflict', 'This day is not over yet (UTC): judgments are still added to the batch.')
  const sampleIds = await readSampleIds(study, { userId, day })
  const actorId = study.actor.userId === operatorUserId ? null : study.actor.userId
  await db.$transaction(async tx => {
    await tx.$executeRaw`INSERT INTO batches (id, study_id, user_id, day, sample_ids)
      VALUES (gen_random_uuid(), ${study.studyId}::uuid, ${userId}::uuid, ${day}::date, ${sampleIds}::uuid[]) ON CONFLICT DO NOTHING`
    const [row] = await tx.$queryRaw<{ id: string; state: string; excluded_ids: string[] }[]>`
      SELECT id, state, excluded_ids FROM batches
      WHERE study_id = ${study.studyId}::uuid AND user_id = ${userId}::uuid AND day = ${day}::date FOR UPDATE`
    if (!row || row.state === decision) throw new DomainError('conflict', 'It has been decided so already.')
    const restored = row.state === 'REJECTED' ? await restore(tx, row.excluded_ids) : 0
    const excludedIds =
      decision === 'REJECTED' ? await exclude(tx, study.studyId, userId, day, `Batch rejected: ${reason}`, actorId) : []
    await tx.$executeRaw`UPDATE batches SET state = ${decision}::"BatchState", reason = ${reason}, decided_by_id = ${actorId}::uuid,
      decided_at = CASE WHEN ${decision} = 'OPEN' THEN NULL ELSE now() END, sample_ids = ${sampleIds}::uuid[], excluded_ids = ${excludedIds}::uuid[]
      WHERE id = ${row.id}::uuid`
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: decision === 'OPEN' ? 'batch.reopened' : decision === 'ACCEPTED' ? 'batch.accepted' : 'batch.rejected',
      studyId: study.studyId,
      detail: { annotator: userId, day, reason, judgments: batch.judgments, excluded: excludedIds.length, restored },
    })
  })
}

/** Leaves the judgments out and frees their places. Locks as a submission does: place, then assignment. */
async function exclude(
  tx: Transaction,
  studyId: string,
  userId: string,
  day: string,
  reason: string,
  actorId: string | null,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string; place_id: bigint }[]>`
    SELECT j.id, p.id AS place_id FROM judgments j JOIN items i ON i.id = j.item_id
      JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
    WHERE j.study_id = ${studyId}::uuid AND j.user_id = ${userId}::uuid AND j.origin = 'LIVE' AND j.is_current
      AND j.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY' AND j.excluded_at IS NULL
      AND (j.submitted_at AT TIME ZONE 'UTC')::date = ${day}::date
    ORDER BY p.id FOR UPDATE OF p, a`
  const ids = rows.map(row => row.id)
  await tx.$executeRaw`UPDATE judgments SET excluded_at = now(), excluded_reason = ${reason}, excluded_by_id = ${actorId}::uuid
    WHERE id = ANY (${ids}::uuid[])`
  await tx.$executeRaw`UPDATE places SET state = 'FREE'
    WHERE id = ANY (${rows.map(row => row.place_id)}::bigint[]) AND state = 'JUDGED' AND for_user_id IS NULL`
  return ids
}

/** Counts again what the rejection left out, unless somebody has revised it or left it out for another reason since. */
async function restore(tx: Transaction, ids: readonly string[]): Promise<number> {
  const rows = await tx.$queryRaw<{ place_id: bigint }[]>`
    SELECT a.place_id FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
    WHERE j.id = ANY (${ids}::uuid[]) AND j.excluded_reason LIKE 'Batch rejected: %' ORDER BY p.id FOR UPDATE OF p, a`
  await tx.$executeRaw`UPDATE places SET state = 'JUDGED' WHERE id = ANY (${rows.map(row => row.place_id)}::bigint[]) AND state = 'FREE'`
  return tx.$executeRaw`UPDATE judgments SET excluded_at = NULL, excluded_reason = NULL, excluded_by_id = NULL
    WHERE id = ANY (${ids}::uuid[]) AND excluded_reason LIKE 'Batch rejected: %'`
}
