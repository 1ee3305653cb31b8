import 'server-only'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { hashPassword, verifyPassword } from '../adapters/password-hash'
import { findPasswordProblem } from '../password-rules'
import type { Actor, ChangePasswordInput } from '../schema'
import { countAttempts, forgetAttempts } from './count-attempts'
import { endSignInsOf } from './end-sign-ins'

/** Changes one's own password, and ends all other sign-ins. @throws invalid (detail.reason), limited */
export async function changePassword(actor: Actor, { current, password }: ChangePasswordInput): Promise<void> {
  const problem = findPasswordProblem(password, [actor.email, actor.name])
  if (problem) throw new DomainError('invalid', 'This password is too easy to guess.', { reason: problem })
  const attempts = [{ kind: 'password' as const, value: actor.userId }]
  await countAttempts(attempts)
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } })
  if (!(await verifyPassword(user.passwordHash, current)))
    throw new DomainError('invalid', 'This is not your current password.', { reason: 'passwordWrong' })
  await forgetAttempts(attempts)
  const passwordHash = await hashPassword(password)
  await db.$transaction(async tx => {
    await tx.user.update({ where: { id: actor.userId }, data: { passwordHash } })
    await endSignInsOf(tx, actor.userId, actor.signInId)
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'person.password-changed',
      detail: { userId: actor.userId },
    })
  })
}
