import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { tokenHash } from '../../platform/randomness'
import type { Actor } from '../schema'
import { spendInvitation } from './spend-invitation'

/**
 * Makes somebody who has an account a member of an invitation's study. Being one already costs no use of the link.
 * @throws not_found, conflict
 */
export async function joinStudyByInvitation(actor: Actor, token: string): Promise<void> {
  await db.$transaction(async tx => {
    const invited = await tx.invitation.findUnique({
      where: { tokenHash: tokenHash(token) },
      select: { studyId: true },
    })
    const membership = invited?.studyId ? { studyId: invited.studyId, userId: actor.userId } : null
    if (membership && (await tx.studyAnnotator.count({ where: { ...membership, removedAt: null } })) > 0) return
    const { id, studyId } = await spendInvitation(tx, token)
    if (!studyId) throw new DomainError('conflict', 'This invitation is for people without an account. You have one.')
    await tx.studyAnnotator.upsert({
      where: { studyId_userId: { studyId, userId: actor.userId } },
      create: { studyId, userId: actor.userId },
      update: { removedAt: null },
    })
    await refreshEligibility(tx, { studyId })
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'person.joined-study',
      studyId,
      detail: { userId: actor.userId, invitationId: id },
    })
  })
}
