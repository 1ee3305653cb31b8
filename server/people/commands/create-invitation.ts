import 'server-only'
import { recordAudit } from '../../audit/commands'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { env } from '../../platform/env'
import { DomainError } from '../../platform/errors'
import { randomToken, tokenHash } from '../../platform/randomness'
import type { AdminAccess } from '../access'
import { type CreateInvitationInput, operatorUserId } from '../schema'

export interface MadeLink {
  /** The whole address; it cannot be shown again, for only its hash is stored. */
  link: string
  expiresAt: Date
}

/** Makes a link by which people join. @throws not_found when there is no such study, conflict when it is closed */
export async function createInvitation(admin: AdminAccess, input: CreateInvitationInput): Promise<MadeLink> {
  const token = randomToken()
  const expiresAt = new Date(now().getTime() + input.validDays * 24 * 3_600_000)
  await db.$transaction(async tx => {
    if (input.studyId) {
      const study = await tx.study.findUnique({
        where: { id: input.studyId },
        select: { state: true, archivedAt: true },
      })
      if (!study) throw new DomainError('not_found', 'There is no such study.')
      if (study.state === 'CLOSED' || study.archivedAt)
        throw new DomainError('conflict', 'This study is closed. Choose another one, or invite to none.')
    }
    const invitation = await tx.invitation.create({
      data: {
        tokenHash: tokenHash(token),
        role: input.role,
        studyId: input.studyId,
        maxUses: input.maxUses,
        note: input.note,
        expiresAt,
        createdById: admin.userId === operatorUserId ? null : admin.userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actorId: admin.userId,
      action: 'invitation.created',
      studyId: input.studyId,
      detail: { invitationId: invitation.id, role: input.role, maxUses: input.maxUses, expiresAt },
    })
  })
  return { link: `${env().NEXTAUTH_URL}/invite/${token}`, expiresAt }
}
