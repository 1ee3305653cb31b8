import 'server-only'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import type { Locale } from '../locale'
import type { Actor } from '../schema'
import { endSignInsOf } from './end-sign-ins'

/** Changes one's own name. */
export async function changeOwnName(actor: Actor, name: string): Promise<void> {
  await db.$transaction(async tx => {
    await tx.user.update({ where: { id: actor.userId }, data: { name } })
    await recordAudit(tx, { actorId: actor.userId, action: 'person.renamed', detail: { userId: actor.userId } })
  })
}

/** Chooses the language of one's own interface. A preference of the screen, so it is not put on record. */
export async function chooseOwnLocale(actor: Actor, locale: Locale): Promise<void> {
  await db.user.update({ where: { id: actor.userId }, data: { locale } })
}

/** The tour of the judging page is not offered again by itself. */
export async function endOwnTour(actor: Actor): Promise<void> {
  await db.$executeRaw`UPDATE users SET toured_at = coalesce(toured_at, now()) WHERE id = ${actor.userId}::uuid`
}

/** Ends one's own sign-ins: all, or all others. */
export async function signOutEverywhere(actor: Actor, { keepThisOne }: { keepThisOne: boolean }): Promise<void> {
  await endSignInsOf(db, actor.userId, keepThisOne ? actor.signInId : null)
}

/** Ends one of one's own sign-ins; somebody else's is left alone. */
export async function endOwnSignIn(actor: Actor, signInId: string): Promise<void> {
  await db.$executeRaw`UPDATE sign_ins SET revoked_at = now()
    WHERE id = ${signInId}::uuid AND user_id = ${actor.userId}::uuid AND revoked_at IS NULL`
}
