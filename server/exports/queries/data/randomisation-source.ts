import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { sql } from '../../../platform/db'
import { requireUnsealed } from '../../../results/require-unsealed'
import type { DataSource } from '../../data/data-source'
import { randomisationColumns } from '../../data/randomisation-columns'

/** Which response stands in which slot of every place. Of the whole study, whatever is filtered. @throws blinded */
export function randomisationSource(access: StudyAccess): DataSource {
  requireUnsealed(access)
  const from =
    'places p JOIN items i ON i.id = p.item_id CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY s(response_id, slot)'
  return {
    columns: randomisationColumns,
    values: [access.studyId],
    count: `SELECT count(*) AS rows FROM ${from} WHERE p.study_id = $1`,
    text: `SELECT i.external_id AS item, lower(i.purpose::text) AS purpose, lower(p.occasion::text) AS occasion, p.round, p.variant,
      u.pseudonym AS reserved_for, chr(64 + s.slot::int) AS slot,
      (SELECT string_agg(m.name || CASE o.sample_index WHEN 0 THEN '' ELSE ' (' || o.sample_index || ')' END, ' = ' ORDER BY m.position, o.sample_index)
       FROM responses x JOIN response_sources o ON o.response_id = x.id JOIN models m ON m.id = o.model_id
       WHERE x.item_id = p.item_id AND x.representative_id = s.response_id) AS models,
      p.omitted, lower(p.state::text) AS state
    FROM ${from} LEFT JOIN users u ON u.id = p.for_user_id WHERE p.study_id = $1
    ORDER BY i.position, p.occasion, p.variant, p.round, u.pseudonym, s.slot`,
  }
}

/** The study's secret seed, in hex. @throws blinded */
export async function readSeed(access: StudyAccess): Promise<string> {
  requireUnsealed(access)
  const [row] = await sql<{ seed: string }>(
    'bundle_seed',
    "SELECT encode(seed, 'hex') AS seed FROM studies WHERE id = $1",
    [access.studyId],
  )
  return row?.seed ?? ''
}
