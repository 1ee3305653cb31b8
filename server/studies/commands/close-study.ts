import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { announceEvent } from '../../webhooks/commands/announce-event'
import { readUnfinishedWork } from '../queries/unfinished-work'
import type { CloseStudy } from '../schema'
import { lockMembers, lockStudyFor } from './lock-study'

/**
 * Ends a study: leases are cancelled, drafts are kept for admins, nothing more can be submitted.
 * A draft whose judgments were all recorded elsewhere is closed straight away.
 * @throws conflict with detail.unfinished when work is left that was not accepted as such
 */
export async function closeStudy(study: StudyAccess, input: CloseStudy): Promise<void> {
  await db.$transaction(
    async tx => {
      const { id, state, protocolVersion } = await lockStudyFor(tx, study.studyId, 'close')
      await lockMembers(tx, id)
      const unfinished = await readUnfinishedWork(tx, id)
      const isUnfinished = Object.values(unfinished).some(count => count > 0)
      if (isUnfinished && !input.acceptUnfinished)
        throw new DomainError('conflict', 'There is unfinished work in this study. Close it with that accepted.', {
          unfinished,
        })
      await tx.$executeRaw`UPDATE places SET state = 'FREE', holder_id = NULL, takeover_at = NULL, ahead = false
        WHERE study_id = ${id}::uuid AND state = 'HELD'`
      const cancelled = await tx.$executeRaw`UPDATE assignments SET state = 'CANCELLED', ended_at = now()
        WHERE study_id = ${id}::uuid AND state IN ('AHEAD', 'SHOWN')`
      await tx.$executeRaw`UPDATE studies SET state = 'CLOSED', closed_at = now(), paused_at = NULL WHERE id = ${id}::uuid`
      await tx.$executeRaw`UPDATE protocols SET frozen_at = COALESCE(frozen_at, now())
        WHERE study_id = ${id}::uuid AND version = ${protocolVersion}`
      await recordAudit(tx, {
        actorId: study.actor.userId,
        action: 'study.closed',
        studyId: id,
        detail: { from: state, unfinished: { ...unfinished }, cancelled },
      })
      await announceEvent(tx, { studyId: id, type: 'study.closed', data: { unfinished } })
    },
    { timeout: 2 * 60_000 },
  )
}
