import 'server-only'
import type { StudyAccess } from '../people/access'
import { withConnection } from '../platform/db'
import { DomainError } from '../platform/errors'
import { getProtocol } from '../studies/queries'
import { mainPreference } from './main-preference'

/**
 * What each judged pair says now: a preference, or why it is none. $1 study, $2 the deciding criterion, $3 whether only
 * accepted batches count. Recorded judgments belong to no batch; those of items without texts have nothing to train on.
 */
const states = `
  SELECT substr(encode(sha256(convert_to('preference ' || COALESCE(j.assignment_id, j.id)::text, 'UTF8')), 'hex'), 1, 32) AS id,
    j.id AS judgment_id, j.submitted_at,
    CASE WHEN j.excluded_at IS NOT NULL THEN CASE WHEN b.state = 'REJECTED' THEN 'batch' ELSE 'excluded' END
      WHEN $3 AND j.origin = 'LIVE' AND COALESCE(b.state, 'OPEN') <> 'ACCEPTED' THEN 'batch'
      WHEN r.choices->$2->>'prefer' = 'unusable' THEN 'unusable'
      WHEN r.choices->$2->>'strength' IS NULL THEN 'tie' END AS reason,
    sha256(convert_to(concat_ws(' ', j.id, b.state = 'ACCEPTED', r.choices), 'UTF8')) AS hash
  FROM judgments j JOIN items i ON i.id = j.item_id
    JOIN LATERAL (SELECT jsonb_object_agg(r.criterion, r.choice) AS choices FROM ratings r
      WHERE r.judgment_id = j.id AND r.choice->>'kind' = 'preference') r ON r.choices IS NOT NULL
    LEFT JOIN batches b ON b.study_id = j.study_id AND b.user_id = j.user_id AND b.day = (j.submitted_at AT TIME ZONE 'UTC')::date
  WHERE j.study_id = $1 AND j.is_current AND j.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY' AND NOT i.recorded_only`

const changes = `
  WITH states AS MATERIALIZED (${states}),
  changes AS (
    SELECT s.id, s.judgment_id, s.submitted_at, s.reason, s.hash FROM states s
      LEFT JOIN preference_records p ON p.study_id = $1 AND p.id = s.id
    WHERE CASE WHEN s.reason IS NULL THEN p.hash IS DISTINCT FROM s.hash ELSE p.hash IS NOT NULL END
    UNION ALL
    SELECT p.id, p.judgment_id, p.updated_at, 'withdrawn', NULL FROM preference_records p
    WHERE p.study_id = $1 AND p.hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM states s WHERE s.id = p.id))
  INSERT INTO preference_records AS r (study_id, id, judgment_id, cursor, hash, reason)
  SELECT $1, c.id, c.judgment_id, $4::bigint + row_number() OVER (ORDER BY c.submitted_at, c.id),
    CASE WHEN c.reason IS NULL THEN c.hash END, c.reason
  FROM changes c
  ON CONFLICT (study_id, id) DO UPDATE SET judgment_id = EXCLUDED.judgment_id, cursor = EXCLUDED.cursor, updated_at = now(),
    hash = EXCLUDED.hash, reason = EXCLUDED.reason`

/**
 * Brings the preference records of a study up to date; whatever changed since the last time gets a higher cursor. One at a
 * time, so that a reader who goes on from a cursor misses nothing. Returns the highest cursor.
 * @throws not_found when the protocol has no preference
 */
export async function syncPreferences(access: StudyAccess): Promise<{ cursor: number }> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const main = mainPreference(protocol)
  if (!main) throw new DomainError('not_found', 'This study asks for no preference.')
  return withConnection(async client => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('preference records ' || $1, 0))", [
      access.studyId,
    ])
    const highest = async () => {
      const { rows } = await client.query<{ cursor: string }>(
        'SELECT COALESCE(max(cursor), 0)::text AS cursor FROM preference_records WHERE study_id = $1',
        [access.studyId],
      )
      return Number(rows[0]?.cursor ?? 0)
    }
    await client.query(changes, [access.studyId, main.id, protocol.batches !== null, await highest()])
    return { cursor: await highest() }
  })
}
