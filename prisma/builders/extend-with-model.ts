import { makeBridgePlaces } from '@/server/assignments/commands/make-bridge-places'
import { requireStudy } from '@/server/people/queries'
import { db } from '@/server/platform/db'
import { randomId } from '@/server/platform/randomness'
import { closeStudy } from '@/server/studies/commands/close-study'
import { extendStudy } from '@/server/studies/commands/extend-study'

/** Closes a study, extends it, and adds a model "new" that answers every item with "New …". */
export async function extendWithModel(signInId: string, studyId: string, itemIds: readonly string[]): Promise<void> {
  await closeStudy(await requireStudy(signInId, studyId), { acceptUnfinished: false })
  await extendStudy(await requireStudy(signInId, studyId), 'A newer model is compared with the old ones')
  const modelId = randomId()
  await db.model.create({ data: { id: modelId, studyId, name: 'new', codeName: 'Model X', position: 3 } })
  for (const itemId of itemIds) {
    const id = randomId()
    const textHash = new Uint8Array(Buffer.from(id))
    const source = { create: { itemId, modelId } }
    await db.response.create({ data: { id, itemId, turns: [`New ${id}`], textHash, representativeId: id, source } })
  }
  await db.$transaction(tx => makeBridgePlaces(tx, studyId))
}
