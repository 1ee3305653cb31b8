import 'server-only'
import { recordAudit } from '../../audit/commands'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { env } from '../../platform/env'
import { randomToken, tokenHash } from '../../platform/randomness'

const validMs = 7 * 24 * 3_600_000

/**
 * For the operator: a one-time link that makes the first admin, or null when there is somebody already. Makes links of
 * earlier starts worthless.
 */
export async function makeFirstAdminLink(): Promise<string | null> {
  const token = randomToken()
  const isMade = await db.$transaction(async tx => {
    if (await tx.user.findFirst({ select: { id: true } })) return false
    await tx.invitation.updateMany({
      where: { createdById: null, role: 'ADMIN', revokedAt: null },
      data: { revokedAt: now() },
    })
    await tx.invitation.create({
      data: {
        tokenHash: tokenHash(token),
        role: 'ADMIN',
        maxUses: 1,
        expiresAt: new Date(now().getTime() + validMs),
      },
    })
    await recordAudit(tx, { actorId: null, action: 'invitation.set-up-link-made' })
    return true
  })
  return isMade ? `${env().NEXTAUTH_URL}/setup/${token}` : null
}
