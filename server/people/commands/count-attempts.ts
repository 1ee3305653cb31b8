import 'server-only'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { tokenHash } from '../../platform/randomness'
import { type AttemptKind, attemptLimits, waitMinutes } from '../attempt-limits'

export interface Attempt {
  kind: AttemptKind
  /** What is limited: an e-mail, an address. Only its hash is stored. */
  value: string
}

const keyOf = ({ kind, value }: Attempt) => `${kind}:${Buffer.from(tokenHash(value)).toString('base64url')}`

/** Counts attempts before they are made, so that parallel ones cannot slip through. @throws limited, with detail.waitMinutes */
export async function countAttempts(attempts: Attempt[]): Promise<void> {
  // Always in the same order: two requests that lock each other's rows would wait in a circle.
  const sorted = attempts.map(attempt => ({ ...attempt, key: keyOf(attempt) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  const rows = await db.$queryRaw<{ key: string; count: number; wait_ms: number }[]>`
    INSERT INTO rate_limits AS r (key, count, window_end_at)
    SELECT a.key, 1, now() + a.window_ms * interval '1 millisecond'
    FROM unnest(${sorted.map(attempt => attempt.key)}::text[], ${sorted.map(attempt => attemptLimits[attempt.kind].windowMs)}::int[])
      WITH ORDINALITY a(key, window_ms, n) ORDER BY a.n
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.window_end_at <= now() THEN 1 ELSE r.count + 1 END,
      window_end_at = CASE WHEN r.window_end_at <= now() THEN excluded.window_end_at ELSE r.window_end_at END
    RETURNING key, count, (EXTRACT(EPOCH FROM window_end_at - now()) * 1000)::double precision AS wait_ms`
  const waits = sorted.flatMap(({ key, kind }) => {
    const row = rows.find(candidate => candidate.key === key)
    return row && row.count > attemptLimits[kind].most ? [row.wait_ms] : []
  })
  if (waits.length === 0) return
  const minutes = waitMinutes(Math.max(...waits))
  const unit = minutes === 1 ? 'minute' : 'minutes'
  throw new DomainError('limited', `Too many attempts. Wait ${minutes} ${unit} and try again.`, {
    waitMinutes: minutes,
  })
}

/** A success: its own attempt was none to be limited, and what was tried with this e-mail before is forgotten. */
export async function forgetAttempts(attempts: Attempt[]): Promise<void> {
  const forgotten = attempts.filter(attempt => attempt.kind !== 'address').map(keyOf)
  const refunded = attempts.filter(attempt => attempt.kind === 'address').map(keyOf)
  await db.$executeRaw`DELETE FROM rate_limits WHERE key = ANY (${forgotten}) OR window_end_at < now() - interval '1 hour'`
  if (refunded.length > 0)
    await db.$executeRaw`UPDATE rate_limits SET count = greatest(count - 1, 0) WHERE key = ANY (${refunded})`
}
