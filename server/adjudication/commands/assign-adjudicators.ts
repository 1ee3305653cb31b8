import 'server-only'
import type { Transaction } from '../../platform/db'
import { randomBelow } from '../../platform/randomness'
import { type Adjudicator, chooseAdjudicator } from '../choose-adjudicator'

const mostPickKey = 2 ** 31 - 1

interface Waiting {
  id: string
  itemId: string
  variant: number
  language: string
  categoryId: string | null
  slotOrder: string[]
  omitted: string[]
  judgedBy: string[]
}

/**
 * Gives every disagreement that nobody decides yet to an adjudicator of the study: a place reserved for that person, due
 * at once, its slots in an order that no annotator had first.
 */
export async function assignAdjudicators(tx: Transaction, studyId: string): Promise<void> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    SELECT d.id, d.item_id AS "itemId", d.variant, f.language, f.category_id AS "categoryId", f.slot_order AS "slotOrder", f.omitted,
      ARRAY(SELECT DISTINCT a.user_id FROM assignments a WHERE a.item_id = d.item_id AND a.occasion = 'FIRST'
        AND a.state NOT IN ('RETURNED', 'CANCELLED')) AS "judgedBy"
    FROM disagreements d JOIN LATERAL (
      SELECT * FROM places p WHERE p.item_id = d.item_id AND p.variant = d.variant AND p.occasion = 'FIRST' AND p.for_user_id IS NULL
      ORDER BY p.round DESC LIMIT 1) f ON true
    WHERE d.study_id = ${studyId}::uuid AND d.place_id IS NULL AND d.dismissed_at IS NULL
    ORDER BY d.found_at LIMIT 500 FOR UPDATE OF d`
  if (waiting.length === 0) return
  const adjudicators = await tx.$queryRaw<Adjudicator[]>`
    SELECT m.user_id AS "userId", m.languages,
      (SELECT count(*)::int FROM disagreements d JOIN places p ON p.id = d.place_id
       WHERE d.adjudicator_id = m.user_id AND d.study_id = m.study_id AND p.state <> 'JUDGED') AS load
    FROM study_annotators m JOIN users u ON u.id = m.user_id
    WHERE m.study_id = ${studyId}::uuid AND m.is_adjudicator AND m.removed_at IS NULL AND u.disabled_at IS NULL ORDER BY m.user_id`
  for (const item of waiting) {
    const chosen = chooseAdjudicator(item, adjudicators)
    if (!chosen) continue
    chosen.load += 1
    const place = await tx.place.create({
      data: {
        studyId,
        itemId: item.itemId,
        occasion: 'ADJUDICATION',
        round: 1,
        variant: item.variant,
        forUserId: chosen.userId,
        dueAfter: 0,
        pickKey: randomBelow(mostPickKey),
        slotOrder: [...item.slotOrder.slice(1), ...item.slotOrder.slice(0, 1)],
        omitted: item.omitted,
        language: item.language,
        categoryId: item.categoryId,
      },
      select: { id: true },
    })
    await tx.disagreement.update({
      where: { id: item.id },
      data: { adjudicatorId: chosen.userId, placeId: place.id },
    })
  }
}
