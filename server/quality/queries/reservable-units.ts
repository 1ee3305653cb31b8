import 'server-only'
import type { Transaction } from '../../platform/db'
import type { Protocol } from '../../studies/schema'
import type { ReservableUnit } from '../reserved-plan'
import { expectationsSchema } from '../schema'

interface Row extends Omit<ReservableUnit, 'variant' | 'expectedCriteria'> {
  expected: unknown
}

/** The items of a study that check or train annotators, as they can be given. */
export async function listReservableUnits(
  tx: Transaction,
  studyId: string,
  protocol: Protocol,
): Promise<ReservableUnit[]> {
  const hidden = ['NOT_COLLECTED', ...(protocol.statusRules.failed === 'judged' ? [] : ['FAILED'])]
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.id AS "itemId", i.purpose::text AS purpose, language_key(i.source_language, i.language) AS language,
      i.category_id AS "categoryId", i.expected,
      ARRAY(SELECT DISTINCT r.representative_id FROM responses r
        WHERE r.item_id = i.id AND r.status::text <> ALL (${hidden}) ORDER BY 1) AS responses
    FROM items i WHERE i.study_id = ${studyId}::uuid AND i.purpose <> 'STUDY' AND NOT i.recorded_only ORDER BY i.position`
  return rows
    .filter(row => row.responses.length > 0)
    .map(({ expected, ...row }) => ({
      ...row,
      variant: 0,
      expectedCriteria: (expectationsSchema.safeParse(expected).data ?? []).map(one => one.criterion),
    }))
}
