import 'server-only'
import { Prisma } from '../../generated/prisma/client'
import type { db, Transaction } from '../../platform/db'

/** One row per pair that a file fixes: `shown` holds its distinct responses that can be shown; two of them make a pair. */
export const fixedPairs = (studyId: string, hidden: string[]) => Prisma.sql`
  SELECT i.id AS item_id, i.external_id, i.position, p.number,
    COALESCE(array_agg(DISTINCT o.representative_id ORDER BY o.representative_id) FILTER (WHERE o.id IS NOT NULL), '{}') AS shown
  FROM items i CROSS JOIN LATERAL jsonb_array_elements(i.pairs) WITH ORDINALITY p(pair, number)
    CROSS JOIN LATERAL jsonb_to_recordset(p.pair) m(model text, sample int)
    LEFT JOIN models n ON n.study_id = i.study_id AND n.name = m.model
    LEFT JOIN response_sources s ON s.item_id = i.id AND s.model_id = n.id AND s.sample_index = m.sample
    LEFT JOIN responses o ON o.id = s.response_id AND o.status::text <> ALL (${hidden})
  WHERE i.study_id = ${studyId}::uuid AND i.pairs IS NOT NULL AND NOT i.recorded_only GROUP BY 1, 2, 3, 4`

/** How many of them cannot be shown, and the items that they are of. */
export async function readUnshownPairs(tx: Transaction | typeof db, studyId: string, hidden: string[]) {
  const rows = await tx.$queryRaw<{ id: string; pairs: number }[]>`
    SELECT external_id AS id, count(*)::int AS pairs FROM (${fixedPairs(studyId, hidden)}) f
    WHERE cardinality(shown) < 2 GROUP BY external_id, position ORDER BY position`
  return { count: rows.reduce((sum, row) => sum + row.pairs, 0), items: rows.map(row => row.id) }
}
