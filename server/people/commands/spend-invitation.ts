import 'server-only'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { tokenHash } from '../../platform/randomness'
import { requireOpenInvitation } from '../queries/find-invitation'
import type { Role } from '../schema'

export interface SpentInvitation {
  id: string
  role: Role
  studyId: string | null
}

/**
 * Takes one use of an invitation; the row's lock makes parallel uses serial, so there are never too many. A set-up link
 * (made by the operator) is good only while there is nobody. @throws not_found, conflict
 */
export async function spendInvitation(tx: Transaction, token: string): Promise<SpentInvitation> {
  const [used] = await tx.$queryRaw<SpentInvitation[]>`
    UPDATE invitations SET uses = uses + 1
    WHERE token_hash = ${tokenHash(token)} AND revoked_at IS NULL AND expires_at > now() AND uses < max_uses
      AND (created_by_id IS NOT NULL OR role <> 'ADMIN' OR NOT EXISTS (SELECT 1 FROM users))
    RETURNING id, role::text AS role, study_id AS "studyId"`
  if (used) return used
  // Says why; open again (its last use was rolled back) is a matter of trying again.
  await requireOpenInvitation(token)
  throw new DomainError('conflict', 'Somebody else is using this invitation at this moment. Try again.')
}
