import 'server-only'
import type { Transaction } from '../../platform/db'
import { idleMs } from '../sign-in-lifetime'

/** A new sign-in of a person, by database time. Returns its id, for the token. */
export async function startSignIn(tx: Transaction, userId: string, userAgent: string | null): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO sign_ins (id, user_id, expires_at, user_agent)
    VALUES (gen_random_uuid(), ${userId}::uuid, now() + ${idleMs} * interval '1 millisecond', ${userAgent?.slice(0, 300) ?? null})
    RETURNING id`
  if (!row) throw new Error('the sign-in was not stored')
  return row.id
}
