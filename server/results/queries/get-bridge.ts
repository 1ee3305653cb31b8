import 'server-only'
import type { ScaleCriterion } from '../../../criteria/scale/schema'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { pairedDifference } from '../../statistics/scores/paired-difference'
import type { BridgeRow } from '../bridge-row'
import type { ResultFilter } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import { applyFilter } from './apply-filter'
import { countedItems, countedResponses, matchingJudgments } from './filtered'

/**
 * What the models that served as anchors got when they were shown again beside a model that was added later, against what
 * they got at first. No difference: old and new scores can be compared as they are. Adjudicators' decisions are not in it. @throws blinded, invalid
 */
export async function getBridge(
  access: StudyAccess,
  scale: Pick<ScaleCriterion, 'id' | 'min' | 'step'>,
  filter?: ResultFilter,
): Promise<BridgeRow[]> {
  requireUnsealed(access)
  const applied = await applyFilter(access.studyId, filter)
  const rows = await sql<{ modelId: string; name: string; first: number[]; again: number[] }>(
    `results_bridge_${applied.shape}`,
    `WITH again AS (
       SELECT DISTINCT j.item_id FROM judgments j WHERE j.study_id = $1 AND j.occasion = 'BRIDGE' AND j.is_current AND j.excluded_at IS NULL),
     rated AS (
       SELECT j.item_id, j.occasion, s.model_id, avg(COALESCE(r.first_value, r.value))::float8 AS steps
       FROM again JOIN judgments j ON j.item_id = again.item_id JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $3 AND r.value IS NOT NULL
         JOIN responses o ON o.item_id = j.item_id AND o.representative_id = r.response_id AND ${countedResponses(applied)} JOIN response_sources s ON s.response_id = o.id
         JOIN items i ON i.id = j.item_id AND ${countedItems(applied)}
       WHERE j.study_id = $1 AND ${matchingJudgments(applied)} AND j.is_current AND j.excluded_at IS NULL AND j.origin = 'LIVE' AND j.occasion IN ('FIRST', 'BRIDGE')
       GROUP BY 1, 2, 3)
     SELECT m.id AS "modelId", m.name, array_agg(f.steps ORDER BY i.position) AS first, array_agg(b.steps ORDER BY i.position) AS again
     FROM rated b JOIN items i ON i.id = b.item_id JOIN rated f ON f.item_id = b.item_id AND f.model_id = b.model_id AND f.occasion = 'FIRST' JOIN models m ON m.id = b.model_id
     WHERE b.occasion = 'BRIDGE' GROUP BY m.id, m.name, m.position ORDER BY m.position, m.name`,
    [...applied.values, scale.id],
  )
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return rows.map(({ modelId, name, first, again }) => ({
    model: { id: modelId, name },
    first: scale.min + mean(first) * scale.step,
    again: scale.min + mean(again) * scale.step,
    difference: pairedDifference(again.map((steps, index) => (steps - (first[index] ?? 0)) * scale.step)),
  }))
}
