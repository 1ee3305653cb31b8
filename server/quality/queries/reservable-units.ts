import 'server-only'
import { comparisonUnits } from '../../assignments/comparison-units'
import { listPlannedItems } from '../../assignments/queries/planned-items'
import { seededRandom } from '../../assignments/seeded-random'
import type { Transaction } from '../../platform/db'
import type { Protocol } from '../../studies/schema'
import type { ReservableUnit } from '../reserved-plan'
import { expectationsSchema } from '../schema'

/** The items of a study that check or train annotators, as they can be given: whole, or two responses at a time. */
export async function listReservableUnits(
  tx: Transaction,
  study: { studyId: string; seed: Uint8Array; protocol: Protocol },
): Promise<ReservableUnit[]> {
  const { studyId, seed, protocol } = study
  const items = await listPlannedItems(tx, studyId, protocol, 'checks')
  const rows = await tx.item.findMany({
    where: { studyId, purpose: { not: 'STUDY' } },
    select: { id: true, purpose: true, expected: true },
  })
  const known = new Map(rows.map(row => [row.id, row]))
  return comparisonUnits(items, protocol.comparison, label => seededRandom(seed, `checks\n${label}`)).map(
    ({ item, variant, responses }) => ({
      itemId: item.id,
      purpose: known.get(item.id)?.purpose as ReservableUnit['purpose'],
      variant,
      responses: responses.map(response => response.id),
      language: item.language,
      categoryId: item.categoryId,
      expectedCriteria: (expectationsSchema.safeParse(known.get(item.id)?.expected).data ?? []).map(
        expectation => expectation.criterion,
      ),
    }),
  )
}
