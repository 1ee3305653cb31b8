import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { requireUnsealed } from '../../results/require-unsealed'

/** Puts on record that somebody took out judgments with the annotators' names. @throws blinded */
export async function recordNamedExport(access: StudyAccess): Promise<void> {
  requireUnsealed(access)
  await db.$transaction(tx =>
    recordAudit(tx, { actorId: access.actor.userId, action: 'judgments.exported-with-names', studyId: access.studyId }),
  )
}
