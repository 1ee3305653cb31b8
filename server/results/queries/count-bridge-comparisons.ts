import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { ResultFilter } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import { applyFilter } from './apply-filter'
import { countedItems, matchingJudgments } from './filtered'

/**
 * How many times a response of a model that was added later was compared with an anchor, by a preference or a ranking.
 * @throws blinded, invalid
 */
export async function countBridgeComparisons(
  access: StudyAccess,
  criterion: string,
  filter?: ResultFilter,
): Promise<number> {
  requireUnsealed(access)
  const applied = await applyFilter(access.studyId, filter)
  const rows = await sql<{ count: number }>(
    `results_bridge_comparisons_${applied.shape}`,
    `WITH shown AS (
       SELECT j.id, o.response_id, EXISTS (
           SELECT 1 FROM places f WHERE f.item_id = j.item_id AND f.occasion = 'FIRST' AND o.response_id = ANY (f.slot_order)) AS is_anchor
       FROM judgments j JOIN items i ON i.id = j.item_id AND ${countedItems(applied)}
         JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
         CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY o(response_id, slot)
       WHERE j.study_id = $1 AND ${matchingJudgments(applied)} AND j.is_current AND j.excluded_at IS NULL AND j.occasion = 'BRIDGE'
         AND EXISTS (SELECT 1 FROM ratings r WHERE r.judgment_id = j.id AND r.criterion = $3
           AND (r.slot = o.slot AND r.value IS NOT NULL OR r.slot = 0 AND r.choice IS NOT NULL)))
     SELECT COALESCE(sum(anchors * fresh), 0)::int AS count FROM (
       SELECT count(*) FILTER (WHERE is_anchor) AS anchors, count(*) FILTER (WHERE NOT is_anchor) AS fresh FROM shown GROUP BY id) s`,
    [...applied.values, criterion],
  )
  return rows[0]?.count ?? 0
}
