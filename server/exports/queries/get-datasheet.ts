import 'server-only'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { type Datasheet, datasheetSchema, emptyDatasheet } from '../schema'

/** What the team said of a study for papers and data sets. */
export async function getDatasheet(access: StudyAccess): Promise<Datasheet> {
  const row = await db.studyDatasheet.findUnique({ where: { studyId: access.studyId }, select: { content: true } })
  return row ? datasheetSchema.parse(row.content) : emptyDatasheet
}
