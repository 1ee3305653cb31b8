import 'server-only'
import type { Transaction } from '../../platform/db'
import type { PlannedPlace } from '../place-plan'

const batchSize = 5_000

/** Stores planned places. `firstVariant`: where the numbers of their sets of responses begin. */
export async function insertPlaces(
  tx: Transaction,
  studyId: string,
  places: readonly PlannedPlace[],
  { occasion, firstVariant }: { occasion: 'FIRST' | 'BRIDGE'; firstVariant: number },
): Promise<void> {
  for (let at = 0; at < places.length; at += batchSize) {
    await tx.$executeRaw`
      INSERT INTO places (study_id, item_id, occasion, variant, round, pick_key, slot_order, omitted, repeat_after, language, category_id)
      SELECT ${studyId}::uuid, p."itemId", ${occasion}::"Occasion", p.variant + ${firstVariant}, p.round, p."pickKey", p."slotOrder", p.omitted,
        p."repeatAfter", p.language, p."categoryId"
      FROM jsonb_to_recordset(${JSON.stringify(places.slice(at, at + batchSize))}::jsonb)
        p("itemId" uuid, variant smallint, round smallint, "pickKey" int, "slotOrder" uuid[], omitted text[], "repeatAfter" smallint, language text, "categoryId" uuid)`
  }
  // The planner must know the new places before the first lease, or it reads all of them.
  if (places.length > 0) await tx.$executeRaw`ANALYZE places`
}
