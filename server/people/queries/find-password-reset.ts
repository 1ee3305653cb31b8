import 'server-only'
import { db } from '../../platform/db'
import { tokenHash } from '../../platform/randomness'

/** Whose password a link sets, or null: unknown, used, expired, or its person is disabled. */
export async function findPasswordReset(token: string): Promise<{ email: string } | null> {
  const [row] = await db.$queryRaw<{ email: string }[]>`
    SELECT u.email FROM password_resets r JOIN users u ON u.id = r.user_id
    WHERE r.token_hash = ${tokenHash(token)} AND r.used_at IS NULL AND r.expires_at > now() AND u.disabled_at IS NULL`
  return row ?? null
}
