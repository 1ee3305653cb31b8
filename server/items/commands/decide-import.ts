import 'server-only'
import { enqueueJob } from '../../jobs/commands'
import type { StudyAccess } from '../../people/access'
import { deleteBlob } from '../../platform/blobs'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { type ImportOptions, importOptionsSchema, importSummarySchema } from '../schema'
import { refuseClosed } from './study-facts'

const notNow = () =>
  new DomainError('conflict', 'The import has moved on meanwhile. Look at the page again before you decide.')

/** Other options (encoding, language, categories …): the file is checked again. CHECKED → CHECKING. @throws conflict */
export async function recheckImport(study: StudyAccess, importId: string, options: ImportOptions): Promise<void> {
  await db.$transaction(async tx => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, studyId: study.studyId, state: 'CHECKED' },
      data: { state: 'CHECKING', bytesRead: 0, options },
    })
    if (count === 0) throw notNow()
    await enqueueJob(tx, 'items.check-import', { importId }, `import:${importId}`)
  })
}

/** CHECKED → IMPORTING. @throws conflict, invalid (it has errors, and the good lines alone were not asked for) */
export async function startImport(study: StudyAccess, importId: string, goodLinesOnly: boolean): Promise<void> {
  refuseClosed(study.state)
  await db.$transaction(async tx => {
    const row = await tx.import.findFirst({
      where: { id: importId, studyId: study.studyId, state: 'CHECKED' },
      select: { options: true, summary: true },
    })
    if (!row) throw notNow()
    const summary = importSummarySchema.parse(row.summary)
    if (summary.problems.errors > 0 && !goodLinesOnly)
      throw new DomainError('invalid', 'The file has errors. Correct it, or import the good lines only.')
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: 'CHECKED' },
      data: { state: 'IMPORTING', bytesRead: 0, options: { ...importOptionsSchema.parse(row.options), goodLinesOnly } },
    })
    if (count === 0) throw notNow()
    await enqueueJob(tx, 'items.run-import', { importId }, `import:${importId}`)
  })
}

/** Ends an import that is not done; nothing of it stays. @throws conflict */
export async function cancelImport(study: StudyAccess, importId: string): Promise<void> {
  const { count } = await db.import.updateMany({
    where: {
      id: importId,
      studyId: study.studyId,
      state: { in: ['UPLOADING', 'CHECKING', 'CHECKED', 'IMPORTING'] },
    },
    data: { state: 'CANCELLED', finishedAt: now() },
  })
  if (count === 0) throw notNow()
  await deleteBlob(importId)
}
