import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import { now } from '../../platform/clock'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { AdminAccess } from '../access'
import type { Role } from '../schema'
import { endSignInsOf } from './end-sign-ins'

/** Refuses to take the last enabled admin away; the locks make two admins who demote each other serial. */
async function keepOneAdmin(tx: Transaction, userId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'ADMIN' AND disabled_at IS NULL ORDER BY id FOR UPDATE`
  if (admins.some(admin => admin.id === userId) && admins.length === 1)
    throw new DomainError('conflict', 'This is the last admin who can sign in. Make somebody else an admin first.', {
      reason: 'lastAdmin',
    })
}

async function getPerson(tx: Transaction, userId: string) {
  const person = await tx.user.findUnique({ where: { id: userId }, select: { role: true, disabledAt: true } })
  if (!person) throw new DomainError('not_found', 'There is no such person.')
  return person
}

/** Changes what somebody may do, from their next request on. @throws not_found, conflict (last admin) */
export async function setRole(admin: AdminAccess, userId: string, role: Role): Promise<void> {
  await db.$transaction(async tx => {
    if (role !== 'ADMIN') await keepOneAdmin(tx, userId)
    const person = await getPerson(tx, userId)
    if (person.role === role) return
    await tx.user.update({ where: { id: userId }, data: { role } })
    await recordAudit(tx, {
      actorId: admin.userId,
      action: 'person.role-changed',
      detail: { userId, from: person.role, to: role },
    })
  })
}

/** Shuts somebody out, from their next request on, or lets them back in. @throws not_found, conflict (last admin) */
export async function setDisabled(admin: AdminAccess, userId: string, isDisabled: boolean): Promise<void> {
  await db.$transaction(
    async tx => {
      if (isDisabled) await keepOneAdmin(tx, userId)
      const person = await getPerson(tx, userId)
      if ((person.disabledAt !== null) === isDisabled) return
      await tx.user.update({ where: { id: userId }, data: { disabledAt: isDisabled ? now() : null } })
      // Enabled again, they sign in again: a sign-in from before must not come back to life.
      if (isDisabled) await endSignInsOf(tx, userId)
      await refreshEligibility(tx, { userId })
      await recordAudit(tx, {
        actorId: admin.userId,
        action: isDisabled ? 'person.disabled' : 'person.enabled',
        detail: { userId },
      })
    },
    { timeout: 60_000 },
  )
}

/** Ends all sign-ins of somebody. @throws not_found */
export async function signOutPerson(admin: AdminAccess, userId: string): Promise<{ ended: number }> {
  return db.$transaction(async tx => {
    await getPerson(tx, userId)
    const ended = await endSignInsOf(tx, userId)
    await recordAudit(tx, { actorId: admin.userId, action: 'person.signed-out', detail: { userId, ended } })
    return { ended }
  })
}
