import 'server-only'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { tokenHash } from '../../platform/randomness'
import { hashPassword } from '../adapters/password-hash'
import { findPasswordReset } from '../queries/find-password-reset'
import type { ResetPasswordInput } from '../schema'
import { countAttempts } from './count-attempts'
import { endSignInsOf } from './end-sign-ins'

const spent = () =>
  new DomainError('conflict', 'This link has been used or has expired. Ask an admin for a new one.', {
    reason: 'linkSpent',
  })

/** Sets a new password by a one-time link, and signs the person out everywhere. Returns the sign-in name. @throws conflict, limited */
export async function resetPassword({ token, password }: ResetPasswordInput): Promise<{ email: string }> {
  if (!(await findPasswordReset(token))) throw spent()
  await countAttempts([{ kind: 'link', value: token }])
  const passwordHash = await hashPassword(password)
  return db.$transaction(async tx => {
    const [used] = await tx.$queryRaw<{ user_id: string }[]>`
      UPDATE password_resets SET used_at = now()
      WHERE token_hash = ${tokenHash(token)} AND used_at IS NULL AND expires_at > now()
        AND user_id IN (SELECT id FROM users WHERE disabled_at IS NULL)
      RETURNING user_id`
    if (!used) throw spent()
    const user = await tx.user.update({
      where: { id: used.user_id },
      data: { passwordHash },
      select: { id: true, email: true },
    })
    await endSignInsOf(tx, user.id)
    await recordAudit(tx, { actorId: user.id, action: 'person.password-reset', detail: { userId: user.id } })
    return { email: user.email }
  })
}
