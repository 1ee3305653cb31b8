import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import type { Transaction } from '../../platform/db'
import type { Locale } from '../locale'
import { addUser } from './add-user'
import { spendInvitation } from './spend-invitation'

export interface Joining {
  token: string
  email: string
  name: string
  passwordHash: string | null
  locale?: Locale | null
}

/** Makes an account by an invitation, and its owner a member of the invitation's study. Returns the id. @throws not_found, conflict */
export async function joinByInvitation(tx: Transaction, { token, ...person }: Joining): Promise<string> {
  const invitation = await spendInvitation(tx, token)
  const userId = await addUser(tx, { ...person, role: invitation.role })
  if (invitation.studyId) {
    await tx.studyAnnotator.create({ data: { studyId: invitation.studyId, userId } })
    await refreshEligibility(tx, { userId })
  }
  await recordAudit(tx, {
    actorId: userId,
    action: 'person.joined',
    studyId: invitation.studyId,
    detail: { userId, role: invitation.role, invitationId: invitation.id },
  })
  return userId
}
