import 'server-only'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { protocolSchema } from '../../studies/schema'
import { type PlannedItem, planPlaces } from '../place-plan'

const batchSize = 5_000

/**
 * Makes the places of all items of a study that have none yet: when it opens, and after a later import. Idempotent.
 * Items without a text, items without a response that can be shown, and items that check annotators get none.
 */
export async function makePlaces(tx: Transaction, studyId: string): Promise<{ items: number; places: number }> {
  const study = await tx.study.findUnique({ where: { id: studyId }, select: { seed: true, protocolVersion: true } })
  const stored = await tx.protocol.findFirst({ where: { studyId, version: study?.protocolVersion ?? 0 } })
  if (!study || !stored) throw new DomainError('not_found', 'There is no such study.')
  const protocol = protocolSchema.parse(stored.definition)
  const hidden = ['NOT_COLLECTED', ...(protocol.statusRules.failed === 'judged' ? [] : ['FAILED'])]
  const earlier = await tx.place.count({ where: { studyId } })
  const rows = await tx.$queryRaw<
    { id: string; language: string; category_id: string | null; responses: { id: string; models: string }[] }[]
  >`
    SELECT i.id, language_key(i.source_language, i.language) AS language, i.category_id, r.responses
    FROM items i CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('id', shown.id, 'models', shown.models)) AS responses FROM (
        SELECT p.representative_id AS id, string_agg(s.model_id::text || '/' || s.sample_index, ',' ORDER BY s.model_id, s.sample_index) AS models
        FROM responses p JOIN response_sources s ON s.response_id = p.id
        WHERE p.item_id = i.id AND p.status::text <> ALL (${hidden}) GROUP BY p.representative_id) shown) r
    WHERE i.study_id = ${studyId}::uuid AND i.purpose = 'STUDY' AND NOT i.recorded_only AND r.responses IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM places e WHERE e.item_id = i.id)
    ORDER BY i.position`
  const items: PlannedItem[] = rows.map(row => ({
    id: row.id,
    language: row.language,
    categoryId: row.category_id,
    responses: row.responses,
  }))
  const places = planPlaces(items, protocol, study.seed, String(earlier))
  for (let at = 0; at < places.length; at += batchSize) {
    const batch = places.slice(at, at + batchSize)
    await tx.$executeRaw`
      INSERT INTO places (study_id, item_id, round, pick_key, slot_order, language, category_id)
      SELECT ${studyId}::uuid, item_id, round, pick_key, slot_order, language, category_id
      FROM jsonb_to_recordset(${JSON.stringify(
        batch.map(place => ({
          item_id: place.itemId,
          round: place.round,
          pick_key: place.pickKey,
          slot_order: place.slotOrder,
          language: place.language,
          category_id: place.categoryId,
        })),
      )}::jsonb) p(item_id uuid, round smallint, pick_key int, slot_order uuid[], language text, category_id uuid)`
  }
  // The planner must know the new places before the first lease, or it reads all of them.
  if (places.length > 0) await tx.$executeRaw`ANALYZE places`
  return { items: items.length, places: places.length }
}
