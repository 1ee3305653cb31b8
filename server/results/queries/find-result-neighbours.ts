import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import type { ItemSelection } from '../items/item-selection'
import { foundItems, searchPattern } from './list-result-items'
import { selectItems } from './selected-items'

export interface ResultNeighbours {
  previous: string | null
  next: string | null
  /** From 1; null: the item itself is not in the list. */
  place: number | null
  count: number
}

/** Where an item stands in the list that it was reached from. @throws blinded, invalid */
export async function findResultNeighbours(
  access: StudyAccess,
  selection: ItemSelection,
  itemId: string,
): Promise<ResultNeighbours> {
  const selected = await selectItems(access, selection)
  const next = selected.values.length + 1
  return withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    const { rows } = await client.query<ResultNeighbours>(
      `WITH found AS MATERIALIZED (${foundItems(selected, `$${next}`)}), own AS (SELECT position FROM items WHERE id = $${next + 1}::uuid)
       SELECT (SELECT item_id FROM found WHERE position < own.position ORDER BY position DESC LIMIT 1) AS previous,
         (SELECT item_id FROM found WHERE position > own.position ORDER BY position LIMIT 1) AS next,
         (SELECT CASE WHEN bool_or(position = own.position) THEN count(*)::int END FROM found WHERE position <= own.position) AS place,
         (SELECT count(*)::int FROM found) AS count
       FROM own`,
      [...selected.values, searchPattern(selection.search), itemId],
    )
    return rows[0] ?? { previous: null, next: null, place: null, count: 0 }
  })
}
