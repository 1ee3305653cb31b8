import { encode } from 'next-auth/jwt'
import { environmentOf } from './own-application'
import { runStatementOn } from './run-statement-on'

/** The cookie of a fresh sign-in of a person, without the sign-in page and its limits. */
export async function makeSessionCookie(databaseUrl: string, userId: string): Promise<{ name: string; value: string }> {
  const [row] = await runStatementOn<{ id: string }>(
    databaseUrl,
    `INSERT INTO sign_ins (id, user_id, expires_at) VALUES (gen_random_uuid(), $1, now() + interval '1 hour') RETURNING id`,
    [userId],
  )
  const secret = environmentOf(databaseUrl).NEXTAUTH_SECRET ?? ''
  return { name: 'next-auth.session-token', value: await encode({ token: { signInId: row?.id }, secret }) }
}
