/** Whether an invitation can still be used, and if not, why. */
import type { InvitationState } from './schema'

export interface InvitationFacts {
  uses: number
  maxUses: number
  expiresAt: Date
  revokedAt: Date | null
}

/** What people did comes before what time did: a revoked invitation stays revoked. */
export function invitationState(invitation: InvitationFacts, at: Date): InvitationState {
  if (invitation.revokedAt) return 'revoked'
  if (invitation.uses >= invitation.maxUses) return 'used'
  return invitation.expiresAt <= at ? 'expired' : 'open'
}
