import 'server-only'
import type { Transaction } from '../../platform/db'

/** Gives back what was only leased ahead for a person; what is on their screen may be finished. */
export async function releaseAhead(tx: Transaction, studyId: string, userId: string): Promise<void> {
  await tx.$executeRaw`UPDATE places p SET state = 'FREE', holder_id = NULL, takeover_at = NULL, ahead = false
    FROM assignments a WHERE a.id = p.holder_id AND p.ahead AND p.state = 'HELD'
      AND p.study_id = ${studyId}::uuid AND a.user_id = ${userId}::uuid`
  await tx.$executeRaw`UPDATE assignments SET state = 'CANCELLED', ended_at = now()
    WHERE study_id = ${studyId}::uuid AND user_id = ${userId}::uuid AND state = 'AHEAD'`
}
