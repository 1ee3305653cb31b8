import 'server-only'
import type { StudyAccess } from '../people/access'
import { withConnection } from '../platform/db'
import { getProtocol } from '../studies/queries'
import { mainPreference } from './main-preference'
import { preferenceLine, type RecordRow } from './preference-line'

const rowsPerFetch = 500

/** Texts and words of records after a cursor. From the start there is nothing to take back, so no tombstone is needed. */
const records = `
  SELECT p.id, p.cursor::text AS cursor, p.updated_at AS "updatedAt", p.reason, i.external_id AS item, i.language, c.code AS category,
    i.messages, a.turns AS a, b.turns AS b, r.choices, j.submitted_at AS "submittedAt",
    substr(encode(sha256(convert_to('pair ' || LEAST(s.slots[1], s.slots[2]) || GREATEST(s.slots[1], s.slots[2]), 'UTF8')), 'hex'), 1, 32) AS pair,
    COALESCE(u.pseudonym, 'recorded-' || substr(encode(sha256(convert_to(j.study_id || COALESCE(j.annotator_label, ''), 'UTF8')), 'hex'), 1, 8)) AS annotator,
    CASE h.state WHEN 'ACCEPTED' THEN 'accepted' END AS batch
  FROM preference_records p LEFT JOIN judgments j ON j.id = p.judgment_id LEFT JOIN items i ON i.id = j.item_id
    LEFT JOIN categories c ON c.id = i.category_id LEFT JOIN users u ON u.id = j.user_id
    LEFT JOIN assignments g ON g.id = j.assignment_id LEFT JOIN places l ON l.id = g.place_id
    LEFT JOIN LATERAL (SELECT COALESCE(j.slot_order, l.slot_order) AS slots) s ON true
    LEFT JOIN responses a ON a.id = s.slots[1] LEFT JOIN responses b ON b.id = s.slots[2]
    LEFT JOIN batches h ON h.study_id = j.study_id AND h.user_id = j.user_id AND h.day = (j.submitted_at AT TIME ZONE 'UTC')::date
    LEFT JOIN LATERAL (SELECT COALESCE(jsonb_object_agg(r.criterion, r.choice), '{}') AS choices FROM ratings r
      WHERE r.judgment_id = j.id AND r.choice->>'kind' = 'preference') r ON true
  WHERE p.study_id = $1 AND p.cursor > $2 AND ($2 > 0 OR p.hash IS NOT NULL)
  ORDER BY p.cursor`

/**
 * Hands over the preference data that changed after `since`, page by page as JSON lines, oldest change first; waits for
 * `write` before it reads on. Nothing in it names a model, so it may be read while the study is blind.
 */
export async function writePreferences(
  access: StudyAccess,
  since: number,
  write: (lines: string) => Promise<void>,
): Promise<void> {
  const main = mainPreference(await getProtocol(access.studyId, access.protocolVersion))
  if (!main) return
  const deciding = { id: main.id, strengths: main.strengths.length }
  await withConnection(async client => {
    await client.query(`DECLARE preference_rows NO SCROLL CURSOR FOR ${records}`, [access.studyId, since])
    for (;;) {
      const { rows } = await client.query<RecordRow>(`FETCH ${rowsPerFetch} FROM preference_rows`)
      if (rows.length === 0) return
      await write(rows.map(row => `${JSON.stringify(preferenceLine(row, deciding))}\n`).join(''))
    }
  })
}
