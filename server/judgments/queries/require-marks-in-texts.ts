import 'server-only'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { type MarkedPlace, markedPlaces, misplacedMarks } from '../misplaced-marks'
import type { JudgmentContent } from '../schema'

/**
 * Every mark lies within the text that it marks. Reads those texts and no others: offsets are UTF-16 code units, which
 * PostgreSQL cannot count. A judgment without marks costs nothing. @throws invalid, naming slots and criteria
 */
export async function requireMarksInTexts(assignmentId: string, content: JudgmentContent): Promise<void> {
  const places = markedPlaces(content)
  if (places.length === 0) return
  const rows = await sql<MarkedPlace & { text: string | null }>(
    'marked_texts',
    // The source is the last message; what was said before it cannot be marked.
    `SELECT k.part, k.slot, k.turn,
       CASE WHEN k.part = 'response' THEN (SELECT r.turns[k.turn + 1] FROM responses r WHERE r.id = p.slot_order[k.slot])
         WHEN k.turn = jsonb_array_length(i.messages) - 1 THEN i.messages -> k.turn ->> 'text' END AS text
     FROM assignments a JOIN places p ON p.id = a.place_id JOIN items i ON i.id = a.item_id,
       unnest($2::text[], $3::int[], $4::int[]) k(part, slot, turn)
     WHERE a.id = $1`,
    [assignmentId, places.map(({ part }) => part), places.map(({ slot }) => slot), places.map(({ turn }) => turn)],
  )
  const keyOf = ({ part, slot, turn }: MarkedPlace) => `${part} ${slot} ${turn}`
  const texts = new Map(rows.map(row => [keyOf(row), row.text]))
  const problems = misplacedMarks(content, place => texts.get(keyOf(place)) ?? null)
  if (problems.length > 0)
    throw new DomainError('invalid', 'A mark lies outside of the text that it marks.', { problems })
}
