import 'server-only'
import type { RubricPoint } from '../../../criteria/checklist/schema'
import { recordAudit } from '../../audit/commands'
import { refuseNamedModels } from '../../item-messages/commands'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { returnOutdated } from '../../review/commands/return-outdated'
import { getProtocol } from '../../studies/queries'
import { findNewestRubric } from '../queries/rubrics'
import { nextRubric, rubricChanges } from '../rubric-changes'

interface RubricToSave {
  itemId: string
  /** The version that was changed; 0: there was none. */
  base: number
  points: RubricPoint[]
  /** For the annotators whose judgments go back; empty: nothing to say. */
  message: string
}

/** Locks the item, so that its versions and returns are made one after the other. @throws not_found */
async function lockItem(tx: Transaction, study: StudyAccess, itemId: string): Promise<string> {
  const [item] = await tx.$queryRaw<{ external_id: string }[]>`
    SELECT external_id FROM items WHERE id = ${itemId}::uuid AND study_id = ${study.studyId}::uuid FOR NO KEY UPDATE`
  if (!item) throw new DomainError('not_found', 'There is no such item.')
  return item.external_id
}

/**
 * Makes a new version of an item's rubric. In a study at work, judgments that lack points of it go back to their
 * annotators for these points alone.
 * @throws conflict when somebody saved meanwhile or the study is closed, invalid when nothing is changed or the message names a
 * model, not_found
 */
export async function saveRubric(
  study: StudyAccess,
  { itemId, base, points, message }: RubricToSave,
): Promise<{ version: number; returned: number }> {
  if (study.state === 'CLOSED')
    throw new DomainError('conflict', 'The study is closed: what it was judged by cannot be changed any more.')
  const { criteria } = await getProtocol(study.studyId, study.protocolVersion)
  return db.$transaction(async tx => {
    const externalId = await lockItem(tx, study, itemId)
    const current = await findNewestRubric(tx, itemId)
    if ((current?.version ?? 0) !== base)
      throw new DomainError('conflict', 'Somebody has saved another version meanwhile. Load the page again.')
    const changes = rubricChanges(current?.points ?? [], points)
    if (changes.length === 0) throw new DomainError('invalid', 'Nothing is changed.')
    await refuseNamedModels(tx, study.studyId, message)
    const rubric = nextRubric(current, points)
    await tx.rubric.create({
      data: {
        itemId,
        version: rubric.version,
        points: rubric.points,
        createdById: study.actor.userId === operatorUserId ? null : study.actor.userId,
      },
    })
    const { returned } = await returnOutdated(tx, study, { itemId, criteria, rubric, message })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'rubric.saved',
      studyId: study.studyId,
      detail: {
        itemId,
        item: externalId,
        version: rubric.version,
        changes: changes.map(({ id, kind }) => `${id} ${kind}`),
        returned,
        sealed: study.sealed,
      },
    })
    return { version: rubric.version, returned }
  })
}

/** Returns judgments that were on their way when the rubric changed. @throws conflict, not_found */
export async function returnOutdatedJudgments(study: StudyAccess, itemId: string): Promise<{ returned: number }> {
  if (study.state !== 'OPEN' && study.state !== 'PAUSED')
    throw new DomainError('conflict', 'Judgments can be returned only while the study is open or paused.')
  const { criteria } = await getProtocol(study.studyId, study.protocolVersion)
  return db.$transaction(async tx => {
    await lockItem(tx, study, itemId)
    const rubric = await findNewestRubric(tx, itemId)
    if (!rubric) throw new DomainError('not_found', 'This item has no rubric.')
    const { returned } = await returnOutdated(tx, study, { itemId, criteria, rubric, message: '' })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'rubric.judgments-returned',
      studyId: study.studyId,
      detail: { itemId, version: rubric.version, returned },
    })
    return { returned }
  })
}
