import 'server-only'
import type { ApiKeyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { type RateState, windowSeconds } from '../rate-policy'

/** Counts a request of a key, so that all web processes count together, and notes, to the minute, that it was used. */
export async function countRequest(key: ApiKeyAccess): Promise<RateState> {
  const [row] = await sql<{ count: number; wait_ms: number }>(
    'count_api_request',
    `WITH used AS (
       UPDATE api_keys SET last_used_at = now() WHERE id = $2 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute'))
     INSERT INTO rate_limits AS r (key, count, window_end_at) VALUES ($1, 1, now() + make_interval(secs => ${windowSeconds}))
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN r.window_end_at <= now() THEN 1 ELSE r.count + 1 END,
       window_end_at = CASE WHEN r.window_end_at <= now() THEN excluded.window_end_at ELSE r.window_end_at END
     RETURNING count, (EXTRACT(EPOCH FROM window_end_at - now()) * 1000)::float8 AS wait_ms`,
    [`api:${key.keyId}`, key.keyId],
  )
  return { count: row?.count ?? 1, waitMs: row?.wait_ms ?? windowSeconds * 1000 }
}
