import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { applyFilter } from '../../../results/queries/apply-filter'
import { countedItems, countedResponses } from '../../../results/queries/filtered'
import type { DataSource } from '../../data/data-source'
import { responseColumns } from '../../data/response-columns'
import type { ExportRequest } from '../../schema'

/**
 * What the models answered. While the study is blind: texts alone, in the order of their hashes, which says nothing about
 * whose they are. @throws invalid
 */
export async function responseSource(
  access: StudyAccess,
  { filter }: Pick<ExportRequest, 'filter'>,
): Promise<DataSource> {
  const applied = await applyFilter(access.studyId, filter)
  const where = `i.study_id = $1 AND ${countedItems(applied)} AND ${countedResponses(applied)}`
  const from =
    'items i JOIN responses o ON o.item_id = i.id JOIN response_sources s ON s.response_id = o.id JOIN models m ON m.id = s.model_id'
  const open = (column: string, type: string) => (access.sealed ? `NULL::${type}` : column)
  return {
    columns: responseColumns,
    values: applied.values,
    count: `SELECT count(*) AS rows FROM ${from} WHERE ${where}`,
    text: `SELECT i.external_id AS item, i.language, c.short_name AS category, ${open('m.name', 'text')} AS model,
      ${open('s.sample_index', 'int')} AS sample, lower(o.status::text) AS status, o.turns,
      (SELECT count(*)::int FROM responses x WHERE x.item_id = o.item_id AND x.representative_id = o.representative_id) AS same_text,
      ${open('(SELECT g.text FROM response_reasoning g WHERE g.response_id = o.id)', 'text')} AS reasoning,
      ${open('s.metadata', 'jsonb')} AS metadata
    FROM ${from} LEFT JOIN categories c ON c.id = i.category_id WHERE ${where}
    ORDER BY i.position, ${access.sealed ? 'o.text_hash, o.status' : 'm.position, m.name, s.sample_index'}`,
  }
}
