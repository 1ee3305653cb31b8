import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { lockMembers, lockStudyFor } from './lock-study'

const timeout = 2 * 60_000

/** Stops leasing; what is on a screen may be finished. Leases stand still until the study is resumed. */
export async function pauseStudy(study: StudyAccess): Promise<void> {
  await db.$transaction(
    async tx => {
      const { id } = await lockStudyFor(tx, study.studyId, 'pause')
      await lockMembers(tx, id)
      await tx.$executeRaw`UPDATE studies SET state = 'PAUSED', paused_at = clock_timestamp() WHERE id = ${id}::uuid`
      await recordAudit(tx, { actorId: study.actor.userId, action: 'study.paused', studyId: id })
    },
    { timeout },
  )
}

/** Goes on where the study was paused: every lease ends as much later as the pause was long. */
export async function resumeStudy(study: StudyAccess): Promise<void> {
  await db.$transaction(
    async tx => {
      const { id } = await lockStudyFor(tx, study.studyId, 'resume')
      await lockMembers(tx, id)
      // Places before assignments: the order in which everybody locks them.
      await tx.$executeRaw`UPDATE places p SET takeover_at = p.takeover_at + (clock_timestamp() - t.paused_at)
        FROM studies t WHERE t.id = ${id}::uuid AND p.study_id = t.id AND p.state = 'HELD'`
      await tx.$executeRaw`UPDATE assignments a
        SET lease_until = a.lease_until + (clock_timestamp() - t.paused_at),
          draft_started_at = a.draft_started_at + (clock_timestamp() - t.paused_at)
        FROM studies t WHERE t.id = ${id}::uuid AND a.study_id = t.id AND a.state IN ('AHEAD', 'SHOWN')`
      const [row] = await tx.$queryRaw<{ paused_ms: number }[]>`
        UPDATE studies t SET state = 'OPEN', paused_at = NULL FROM studies before
        WHERE t.id = ${id}::uuid AND before.id = t.id
        RETURNING (EXTRACT(EPOCH FROM clock_timestamp() - before.paused_at) * 1000)::float8 AS paused_ms`
      await recordAudit(tx, {
        actorId: study.actor.userId,
        action: 'study.resumed',
        studyId: id,
        detail: { pausedMs: Math.round(row?.paused_ms ?? 0) },
      })
    },
    { timeout },
  )
}
