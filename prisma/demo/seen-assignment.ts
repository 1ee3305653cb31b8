// What a demo annotator has in front of them, with what only the demo knows: which model stands in which slot.
import { sql } from '@/server/platform/db'

export interface SeenAssignment {
  /** The item's id in the file. */
  item: string
  purpose: string
  /** 1: the first judgment of the item. */
  round: number
  source: string
  /** Criteria that are not asked. */
  omitted: readonly string[]
  /** By slot, from 1. */
  responses: { slot: number; model: string; text: string }[]
}

/** In one statement: a demo that is made at every first start must not take long. */
export async function seeAssignment(assignmentId: string): Promise<SeenAssignment> {
  const [seen] = await sql<SeenAssignment>(
    'see_demo_assignment',
    `SELECT i.external_id AS item, i.purpose, p.round, i.messages->-1->>'text' AS source, p.omitted,
       (SELECT json_agg(json_build_object('slot', slot.at, 'model', m.name, 'text', r.turns[1]) ORDER BY slot.at)
        FROM unnest(p.slot_order) WITH ORDINALITY slot(id, at) JOIN responses r ON r.id = slot.id
          JOIN response_sources s ON s.response_id = r.id JOIN models m ON m.id = s.model_id) AS responses
     FROM assignments a JOIN places p ON p.id = a.place_id JOIN items i ON i.id = p.item_id WHERE a.id = $1`,
    [assignmentId],
  )
  if (!seen) throw new Error(`there is no assignment ${assignmentId}`)
  return seen
}
