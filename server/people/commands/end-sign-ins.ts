import 'server-only'
import { db, type Transaction } from '../../platform/db'

/** Ends one sign-in: its token is worth nothing from the next request on. */
export async function endSignIn(signInId: string): Promise<void> {
  await db.$executeRaw`UPDATE sign_ins SET revoked_at = now() WHERE id = ${signInId}::uuid AND revoked_at IS NULL`
}

/** Ends all sign-ins of a person, but for one that may be kept. Returns how many were open. */
export async function endSignInsOf(tx: Transaction, userId: string, keptId: string | null = null): Promise<number> {
  return tx.$executeRaw`UPDATE sign_ins SET revoked_at = now()
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND expires_at > now() AND id IS DISTINCT FROM ${keptId}::uuid`
}
