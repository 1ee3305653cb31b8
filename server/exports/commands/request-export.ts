import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../audit/canonical-json'
import { recordAudit } from '../../audit/commands'
import { enqueueJob } from '../../jobs/commands'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomId } from '../../platform/randomness'
import { checkExportRequest } from '../queries/check-export-request'
import { exportFileName } from '../request/export-file-name'
import { exportRequestSchema, type GivenExportRequest } from '../schema'

const mostUnderWay = 10

/**
 * Asks for a file; a job makes it. The same request while one is under way is that one. Put on record.
 * @throws blinded, invalid (no such format, criterion …), not_found (the study has none of it), limited
 */
export async function requestExport(
  access: StudyAccess,
  given: GivenExportRequest,
): Promise<{ exportId: string; isNew: boolean }> {
  const request = exportRequestSchema.parse(given)
  const { kind, format, filter, options } = request
  const { isBlind } = await checkExportRequest(access, request)
  const requestHash = new Uint8Array(createHash('sha256').update(canonicalJson(request)).digest())
  return db.$transaction(async tx => {
    // The lock makes "the same request" and the limit hold for requests that come at once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('exports of ' || ${access.studyId}, 0))`
    const underWay = await tx.export.findMany({
      where: { studyId: access.studyId, state: { in: ['QUEUED', 'RUNNING'] } },
      select: { id: true, requestHash: true },
    })
    const same = underWay.find(row => Buffer.compare(row.requestHash, requestHash) === 0)
    if (same) return { exportId: same.id, isNew: false }
    if (underWay.length >= mostUnderWay)
      throw new DomainError('limited', `${mostUnderWay} exports of this study are being made. Wait for one of them.`)
    const exportId = randomId()
    const { userId } = access.actor
    await tx.export.create({
      data: {
        id: exportId,
        studyId: access.studyId,
        kind,
        format,
        filter,
        options,
        requestHash,
        blind: isBlind,
        fileName: exportFileName(access.slug, request),
        createdById: userId === operatorUserId ? null : userId,
      },
    })
    const action = options.annotators === 'email' ? 'export.requested-with-names' : 'export.requested'
    const detail = { exportId, kind, format, filter, options }
    await recordAudit(tx, { actorId: userId, action, studyId: access.studyId, detail })
    // One at a time, so that large files leave workers free for what people wait for.
    await enqueueJob(tx, 'exports.make', { exportId }, `export:${exportId}`, 0, 'exports')
    return { exportId, isNew: true }
  })
}
