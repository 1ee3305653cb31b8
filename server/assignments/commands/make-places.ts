import 'server-only'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { protocolSchema } from '../../studies/schema'
import { planPlaces } from '../place-plan'
import { listPlannedItems } from '../queries/planned-items'
import { insertPlaces } from './insert-places'

/**
 * Makes the places of all items of a study that have none yet: when it opens, and after a later import. Idempotent.
 * Items without a text, and items without a response that can be shown, get none; neither do items with a single distinct
 * response where two are compared. Items that check annotators get none here.
 */
export async function makePlaces(tx: Transaction, studyId: string): Promise<{ items: number; places: number }> {
  const study = await tx.study.findUnique({ where: { id: studyId }, select: { seed: true, protocolVersion: true } })
  const stored = await tx.protocol.findFirst({ where: { studyId, version: study?.protocolVersion ?? 0 } })
  if (!study || !stored) throw new DomainError('not_found', 'There is no such study.')
  const protocol = protocolSchema.parse(stored.definition)
  const earlier = await tx.place.count({ where: { studyId } })
  const items = await listPlannedItems(tx, studyId, protocol, 'study')
  const places = planPlaces(items, protocol, study.seed, String(earlier))
  await insertPlaces(tx, studyId, places, { occasion: 'FIRST', firstVariant: 0 })
  return { items: new Set(places.map(place => place.itemId)).size, places: places.length }
}
