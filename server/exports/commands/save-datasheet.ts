import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { type Datasheet, datasheetSchema, emptyDatasheet } from '../schema'

/** Keeps what the team says of a study for papers and data sets, in place of what it said before. */
export async function saveDatasheet(access: StudyAccess, given: Datasheet): Promise<void> {
  const content = datasheetSchema.parse(given)
  const { userId } = access.actor
  const data = { content, updatedById: userId === operatorUserId ? null : userId, updatedAt: now() }
  await db.$transaction(async tx => {
    const before = await tx.studyDatasheet.findUnique({ where: { studyId: access.studyId }, select: { content: true } })
    const old = before ? datasheetSchema.parse(before.content) : emptyDatasheet
    const fields = (Object.keys(content) as (keyof Datasheet)[]).filter(field => content[field] !== old[field])
    if (fields.length === 0) return
    await tx.studyDatasheet.upsert({
      where: { studyId: access.studyId },
      create: { studyId: access.studyId, ...data },
      update: data,
    })
    await recordAudit(tx, {
      actorId: userId,
      action: 'study.datasheet-saved',
      studyId: access.studyId,
      detail: { fields },
    })
  })
}
