import 'server-only'
import type { Rating } from '../../../criteria/schema'
import { enteredRating, type StoredRating } from '../../judgments/entered-rating'
import type { AssignmentAccess } from '../../people/access'
import { sql } from '../../platform/db'

/**
 * The judgments that an adjudicator decides between, in the adjudicator's own slots, in an order that says nothing. Only
 * for an adjudication whose own ratings are locked; else none.
 */
export async function listEarlierJudgments(access: AssignmentAccess): Promise<{ ratings: Rating[] }[]> {
  if (access.occasion !== 'ADJUDICATION' || !access.isRevealed) return []
  const rows = await sql<{ ratings: StoredRating[] }>(
    'earlier_judgments',
    `SELECT COALESCE((
         SELECT json_agg(json_build_object('criterion', r.criterion, 'text', r.text, 'cannotJudge', r.cannot_judge,
           'value', COALESCE(r.first_value, r.value),
           'slot', CASE WHEN r.slot = 0 THEN 0 ELSE array_position(p.slot_order, r.response_id) END,
           'choice', CASE WHEN r.choice->>'kind' = 'preference' AND q.slot_order <> p.slot_order
             THEN r.choice || jsonb_build_object('prefer', CASE r.choice->>'prefer' WHEN 'a' THEN 'b' WHEN 'b' THEN 'a' ELSE r.choice->>'prefer' END)
             ELSE r.choice END))
         FROM ratings r WHERE r.judgment_id = j.id AND (r.slot = 0 OR r.response_id = ANY (p.slot_order))), '[]'::json) AS ratings
     FROM assignments own JOIN places p ON p.id = own.place_id
       JOIN assignments a ON a.item_id = own.item_id AND a.variant = own.variant
       JOIN places q ON q.id = a.place_id
       JOIN judgments j ON j.assignment_id = a.id AND j.is_current AND j.occasion = 'FIRST' AND j.excluded_at IS NULL
     WHERE own.id = $1 ORDER BY md5(own.id::text || j.id::text)`,
    [access.assignmentId],
  )
  return rows.map(({ ratings }) => ({ ratings: ratings.map(enteredRating) }))
}
