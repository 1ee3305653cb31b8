import 'server-only'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { tokenHash } from '../../platform/randomness'
import { invitationState } from '../invitation-state'
import type { InvitationState, Role } from '../schema'

export interface FoundInvitation {
  state: InvitationState
  role: Role
  /** The link of the very first admin. */
  isSetUp: boolean
  studyName: string | null
}

/** What whoever holds a link may know of it; null: there is no such link. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  const row = await db.invitation.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      role: true,
      uses: true,
      maxUses: true,
      expiresAt: true,
      revokedAt: true,
      createdById: true,
      study: { select: { name: true } },
    },
  })
  if (!row) return null
  const isSetUp = row.createdById === null && row.role === 'ADMIN'
  // A set-up link is good only while there is nobody.
  const isSpent = isSetUp && (await db.user.findFirst({ select: { id: true } })) !== null
  return {
    state: isSpent ? 'used' : invitationState(row, now()),
    role: row.role,
    isSetUp,
    studyName: row.study?.name ?? null,
  }
}

const closed = {
  revoked: 'This invitation has been revoked. Ask the admin who gave it to you for a new one.',
  used: 'This invitation has been used up. Ask the admin who gave it to you for a new one.',
  expired: 'This invitation has expired. Ask the admin who gave it to you for a new one.',
} as const

/** @throws not_found, conflict (used up, expired or revoked) */
export async function requireOpenInvitation(token: string): Promise<FoundInvitation> {
  const found = await findInvitation(token)
  if (!found) throw new DomainError('not_found', 'There is no such invitation. Check that the link is complete.')
  if (found.state === 'open') return found
  throw new DomainError('conflict', closed[found.state], { reason: 'invitationClosed' })
}
