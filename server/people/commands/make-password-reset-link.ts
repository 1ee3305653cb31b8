import 'server-only'
import { recordAudit } from '../../audit/commands'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { env } from '../../platform/env'
import { DomainError } from '../../platform/errors'
import { randomToken, tokenHash } from '../../platform/randomness'
import type { AdminAccess } from '../access'
import { operatorUserId } from '../schema'
import type { MadeLink } from './create-invitation'

const validMs = 48 * 3_600_000

/** A one-time link to set a new password, for a person named by id or e-mail. Earlier links become worthless. @throws not_found */
export async function makePasswordResetLink(
  admin: AdminAccess,
  person: { userId: string } | { email: string },
): Promise<MadeLink> {
  const token = randomToken()
  const expiresAt = new Date(now().getTime() + validMs)
  await db.$transaction(async tx => {
    const where = 'userId' in person ? { id: person.userId } : { email: person.email.trim().toLowerCase() }
    const user = await tx.user.findUnique({ where, select: { id: true } })
    if (!user) throw new DomainError('not_found', 'There is no such person.')
    await tx.passwordReset.deleteMany({ where: { userId: user.id, usedAt: null } })
    await tx.passwordReset.create({
      data: {
        tokenHash: tokenHash(token),
        userId: user.id,
        expiresAt,
        createdById: admin.userId === operatorUserId ? null : admin.userId,
      },
    })
    await recordAudit(tx, {
      actorId: admin.userId,
      action: 'person.reset-link-made',
      detail: { userId: user.id, expiresAt },
    })
  })
  return { link: `${env().NEXTAUTH_URL}/reset/${token}`, expiresAt }
}
