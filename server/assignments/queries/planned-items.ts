import 'server-only'
import type { Transaction } from '../../platform/db'
import type { Protocol } from '../../studies/schema'
import type { PlannedItem } from '../planned-item'

/**
 * Items that can be judged, with one response per distinct text: those of the study that have no places yet, or those
 * that check annotators.
 */
export async function listPlannedItems(
  tx: Transaction,
  studyId: string,
  protocol: Pick<Protocol, 'statusRules'>,
  which: 'study' | 'checks',
): Promise<PlannedItem[]> {
  const hidden = ['NOT_COLLECTED', ...(protocol.statusRules.failed === 'judged' ? [] : ['FAILED'])]
  return tx.$queryRaw<PlannedItem[]>`
    SELECT i.id, language_key(i.source_language, i.language) AS language, i.category_id AS "categoryId", r.responses, f.pairs
    FROM items i CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('id', shown.id, 'models', shown.models)) AS responses FROM (
        SELECT p.representative_id AS id, string_agg(s.model_id::text || '/' || s.sample_index, ',' ORDER BY s.model_id, s.sample_index) AS models
        FROM responses p JOIN response_sources s ON s.response_id = p.id
        WHERE p.item_id = i.id AND p.status::text <> ALL (${hidden}) GROUP BY p.representative_id) shown) r
      CROSS JOIN LATERAL (
        SELECT json_agg((
          SELECT COALESCE(json_agg(o.representative_id), '[]')
          FROM jsonb_to_recordset(p.pair) m(model text, sample int)
            JOIN models n ON n.study_id = i.study_id AND n.name = m.model
            JOIN response_sources s ON s.item_id = i.id AND s.model_id = n.id AND s.sample_index = m.sample
            JOIN responses o ON o.id = s.response_id)) AS pairs
        FROM jsonb_array_elements(i.pairs) p(pair)) f
    WHERE i.study_id = ${studyId}::uuid AND (i.purpose = 'STUDY') = ${which === 'study'} AND NOT i.recorded_only AND r.responses IS NOT NULL
      AND (i.purpose <> 'STUDY' OR NOT EXISTS (SELECT 1 FROM places e WHERE e.item_id = i.id))
    ORDER BY i.position`
}
