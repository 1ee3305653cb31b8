import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { ResultFilter } from '../filter'
import { applyFilter } from './apply-filter'
import { countedItems, countedJudgments } from './filtered'

export interface FilteredCount {
  judgments: number
  /** That have such a judgment. */
  items: number
}

/** How much of a study a filter leaves. @throws invalid */
export async function countFiltered(access: StudyAccess, filter: ResultFilter): Promise<FilteredCount> {
  const applied = await applyFilter(access.studyId, filter)
  const [count] = await sql<FilteredCount>(
    `count_filtered_${applied.shape}`,
    `SELECT count(*)::int AS judgments, count(DISTINCT j.item_id)::int AS items
     FROM judgments j JOIN items i ON i.id = j.item_id
     WHERE j.study_id = $1 AND ${countedItems(applied)} AND ${countedJudgments(applied)}`,
    applied.values,
  )
  return count ?? { judgments: 0, items: 0 }
}
