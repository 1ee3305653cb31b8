import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { applyFilter } from '../../../results/queries/apply-filter'
import { clusterOf } from '../../../results/queries/cluster-sums'
import { countedItems } from '../../../results/queries/filtered'
import type { DataSource } from '../../data/data-source'
import { itemColumns } from '../../data/item-columns'
import type { ExportRequest } from '../../schema'

/** What was judged. Names no model; metadata, which files keep winners and names in, only once the study is unblinded. @throws invalid */
export async function itemSource(access: StudyAccess, { filter }: Pick<ExportRequest, 'filter'>): Promise<DataSource> {
  const applied = await applyFilter(access.studyId, filter)
  const where = `i.study_id = $1 AND ${countedItems(applied)}`
  return {
    columns: itemColumns,
    values: applied.values,
    count: `SELECT count(*) AS rows FROM items i WHERE ${where}`,
    text: `SELECT i.external_id AS item, i.language, i.source_language, c.short_name AS category,
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('role', m->>'role', 'content', m->>'text') ORDER BY at), '[]')
       FROM jsonb_array_elements(i.messages) WITH ORDINALITY e(m, at)) AS messages,
      i."references", i.context,
      (SELECT u.points FROM rubrics u WHERE u.item_id = i.id ORDER BY u.version DESC LIMIT 1) AS rubric,
      ${access.sealed ? 'NULL::jsonb' : 'i.metadata'} AS metadata,
      ${access.sealed ? 'NULL::text' : clusterOf} AS cluster, NOT i.recorded_only AS text_recorded
    FROM items i LEFT JOIN categories c ON c.id = i.category_id WHERE ${where} ORDER BY i.position`,
  }
}
