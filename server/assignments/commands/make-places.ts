import 'server-only'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { protocolSchema } from '../../studies/schema'
import { planPlaces } from '../place-plan'
import type { PlannedItem } from '../planned-item'
import { insertPlaces } from './insert-places'

/**
 * Makes the places of all items of a study that have none yet: when it opens, and after a later import. Idempotent.
 * Items without a text, and items without a response that can be shown, get none; neither do items with a single distinct
 * response where two are compared. Items that check annotators get none here.
 */
export async function makePlaces(tx: Transaction, studyId: string): Promise<{ items: number; places: number }> {
  const study = await tx.study.findUnique({ where: { id: studyId }, select: { seed: true, protocolVersion: true } })
  const stored = await tx.protocol.findFirst({ where: { studyId, version: study?.protocolVersion ?? 0 } })
  if (!study || !stored) throw new DomainError('not_found', 'There is no such study.')
  const protocol = protocolSchema.parse(stored.definition)
  const hidden = ['NOT_COLLECTED', ...(protocol.statusRules.failed === 'judged' ? [] : ['FAILED'])]
  const earlier = await tx.place.count({ where: { studyId } })
  const items = await tx.$queryRaw<PlannedItem[]>`
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
    WHERE i.study_id = ${studyId}::uuid AND i.purpose = 'STUDY' AND NOT i.recorded_only AND r.responses IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM places e WHERE e.item_id = i.id)
    ORDER BY i.position`
  const places = planPlaces(items, protocol, study.seed, String(earlier))
  await insertPlaces(tx, studyId, places, { occasion: 'FIRST', firstVariant: 0 })
  return { items: new Set(places.map(place => place.itemId)).size, places: places.length }
}
