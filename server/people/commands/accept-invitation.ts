import 'server-only'
import { db } from '../../platform/db'
import { hashPassword } from '../adapters/password-hash'
import { requireOpenInvitation } from '../queries/find-invitation'
import type { AcceptInvitationInput } from '../schema'
import { countAttempts } from './count-attempts'
import { joinByInvitation } from './join-by-invitation'

/** Joins with name, e-mail and password. @throws not_found, conflict (closed, e-mail taken), limited */
export async function acceptInvitation({ token, ...person }: AcceptInvitationInput): Promise<void> {
  // Only a good link is worth a hash; what counts is asked again inside the transaction.
  await requireOpenInvitation(token)
  await countAttempts([{ kind: 'link', value: token }])
  const passwordHash = await hashPassword(person.password)
  await db.$transaction(tx =>
    joinByInvitation(tx, { token, email: person.email, name: person.name, locale: person.locale, passwordHash }),
  )
}
