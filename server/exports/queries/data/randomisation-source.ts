import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { sql } from '../../../platform/db'
import type { ResultFilter } from '../../../results/filter'
import { applyFilter } from '../../../results/queries/apply-filter'
import { countedResponses, matchingItems, matchingJudgments } from '../../../results/queries/filtered'
import { requireUnsealed } from '../../../results/require-unsealed'
import type { DataSource } from '../../data/data-source'
import { randomisationColumns } from '../../data/randomisation-columns'

/**
 * Which response stands in which slot of every place of an item that the filter lets through; where it says who or when,
 * of the places that they judged then. @throws blinded, invalid
 */
export async function randomisationSource(access: StudyAccess, filter: ResultFilter): Promise<DataSource> {
  requireUnsealed(access)
  const applied = await applyFilter(access.studyId, filter)
  const { annotators, withoutAnnotators, from: first, to: last, without } = filter
  const conditions = [
    'p.study_id = $1',
    matchingItems(applied),
    ...(annotators || withoutAnnotators || first || last || without.includes('too-fast')
      ? [
          `EXISTS (SELECT 1 FROM assignments a JOIN judgments j ON j.assignment_id = a.id WHERE a.place_id = p.id AND ${matchingJudgments(applied)})`,
        ]
      : []),
    ...(without.includes('identity-leak')
      ? [`EXISTS (SELECT 1 FROM responses o WHERE o.id = s.response_id AND ${countedResponses(applied)})`]
      : []),
  ].join(' AND ')
  const from =
    'places p JOIN items i ON i.id = p.item_id CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY s(response_id, slot)'
  return {
    columns: randomisationColumns,
    values: applied.values,
    count: `SELECT count(*) AS rows FROM ${from} WHERE ${conditions}`,
    text: `SELECT i.external_id AS item, lower(i.purpose::text) AS purpose, lower(p.occasion::text) AS occasion, p.round, p.variant,
      u.pseudonym AS reserved_for, chr(64 + s.slot::int) AS slot,
      (SELECT string_agg(m.name || CASE o.sample_index WHEN 0 THEN '' ELSE ' (' || o.sample_index || ')' END, ' = ' ORDER BY m.position, o.sample_index)
       FROM responses x JOIN response_sources o ON o.response_id = x.id JOIN models m ON m.id = o.model_id
       WHERE x.item_id = p.item_id AND x.representative_id = s.response_id) AS models,
      p.omitted, lower(p.state::text) AS state
    FROM ${from} LEFT JOIN users u ON u.id = p.for_user_id WHERE ${conditions}
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
