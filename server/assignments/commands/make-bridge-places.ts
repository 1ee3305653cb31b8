import 'server-only'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { protocolSchema } from '../../studies/schema'
import { type BridgedItem, planBridge } from '../bridge-plan'
import { insertPlaces } from './insert-places'

/**
 * Makes places for responses that came to items which had places already (a model was added later): the new response
 * beside old ones. Idempotent: a response that stands in a place gets none.
 */
export async function makeBridgePlaces(tx: Transaction, studyId: string): Promise<{ items: number; places: number }> {
  const study = await tx.study.findUnique({ where: { id: studyId }, select: { seed: true, protocolVersion: true } })
  const stored = await tx.protocol.findFirst({ where: { studyId, version: study?.protocolVersion ?? 0 } })
  if (!study || !stored) throw new DomainError('not_found', 'There is no such study.')
  const protocol = protocolSchema.parse(stored.definition)
  const hidden = ['NOT_COLLECTED', ...(protocol.statusRules.failed === 'judged' ? [] : ['FAILED'])]
  const items = await tx.$queryRaw<BridgedItem[]>`
    WITH shown AS (
      SELECT i.id AS item_id, p.representative_id AS id,
        string_agg(s.model_id::text || '/' || s.sample_index, ',' ORDER BY s.model_id, s.sample_index) AS models
      FROM items i JOIN responses p ON p.item_id = i.id JOIN response_sources s ON s.response_id = p.id
      WHERE i.study_id = ${studyId}::uuid AND i.purpose = 'STUDY' AND NOT i.recorded_only AND p.status::text <> ALL (${hidden})
        AND EXISTS (SELECT 1 FROM places e WHERE e.item_id = i.id)
      GROUP BY 1, 2),
    placed AS (
      SELECT DISTINCT e.item_id, o.id FROM places e CROSS JOIN LATERAL unnest(e.slot_order) o(id) WHERE e.study_id = ${studyId}::uuid)
    SELECT i.id, language_key(i.source_language, i.language) AS language, i.category_id AS "categoryId", r.fresh, r.judged
    FROM (
      SELECT s.item_id, json_agg(json_build_object('id', s.id, 'models', s.models)) FILTER (WHERE p.id IS NULL) AS fresh,
        COALESCE(json_agg(json_build_object('id', s.id, 'models', s.models)) FILTER (WHERE p.id IS NOT NULL), '[]'::json) AS judged
      FROM shown s LEFT JOIN placed p ON p.item_id = s.item_id AND p.id = s.id GROUP BY 1) r
      JOIN items i ON i.id = r.item_id
    WHERE r.fresh IS NOT NULL ORDER BY i.position`
  if (items.length === 0) return { items: 0, places: 0 }
  const [earlier] = await tx.$queryRaw<{ next: number }[]>`
    SELECT COALESCE(max(variant) + 1, 0)::int AS next FROM places WHERE study_id = ${studyId}::uuid AND occasion = 'BRIDGE'`
  const firstVariant = earlier?.next ?? 0
  const places = planBridge(items, protocol, study.seed, String(firstVariant))
  await insertPlaces(tx, studyId, places, { occasion: 'BRIDGE', firstVariant })
  return { items: new Set(places.map(place => place.itemId)).size, places: places.length }
}
