import 'server-only'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import type { AdminAccess } from '../access'

/** Makes a link worthless. Who has joined by it stays. Again or on a used one: nothing happens. */
export async function revokeInvitation(admin: AdminAccess, invitationId: string): Promise<void> {
  await db.$transaction(async tx => {
    const revoked = await tx.$executeRaw`UPDATE invitations SET revoked_at = now()
      WHERE id = ${invitationId}::uuid AND revoked_at IS NULL AND uses < max_uses`
    if (revoked === 0) return
    await recordAudit(tx, { actorId: admin.userId, action: 'invitation.revoked', detail: { invitationId } })
  })
}
