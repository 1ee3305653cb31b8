import { runStatement } from './run-statement'

/** A sign-in of a person that is good for an hour. Returns its id, for gates and for tRPC's `createCaller`. */
export async function makeSignIn(userId: string): Promise<string> {
  const [row] = await runStatement<{ id: string }>(
    `INSERT INTO sign_ins (id, user_id, expires_at) VALUES (gen_random_uuid(), $1, now() + interval '1 hour') RETURNING id`,
    [userId],
  )
  if (!row) throw new Error('the sign-in was not stored')
  return row.id
}
