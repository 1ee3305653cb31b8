import 'server-only'
import type { JobRun } from '../../jobs/schema'
import { requireJobStudy } from '../../people/queries'
import { createBlob, deleteBlob } from '../../platform/blobs'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { logger } from '../../platform/logger'
import { shutdown } from '../../platform/shutdown'
import { announceEvent } from '../../webhooks/commands/announce-event'
import { prepareExport } from '../queries/prepare-export'
import { exportBlobKey } from '../request/export-blob-key'
import { exportRequestSchema } from '../schema'
import { ExportStopped, progressOf } from './export-progress'

const keptDays = 7

/**
 * Makes the file of an export, from its start: after a crash the queue runs it again, and the same data give the same
 * bytes. Whoever asked for it must still be allowed to, and the study as open to them as it was.
 */
export async function makeExport(exportId: string, run: JobRun): Promise<void> {
  const { count } = await db.export.updateMany({
    where: { id: exportId, state: { in: ['QUEUED', 'RUNNING'] } },
    data: { state: 'RUNNING', rowsDone: 0, rowsTotal: null },
  })
  const row = count === 0 ? null : await db.export.findUnique({ where: { id: exportId } })
  if (!row) return
  try {
    const access = await requireJobStudy(row.createdById, row.studyId)
    const request = exportRequestSchema.parse({
      kind: row.kind,
      format: row.format,
      filter: row.filter,
      options: row.options,
    })
    const { isBlind, write } = await prepareExport(access, request)
    const blob = await createBlob(exportBlobKey(exportId))
    try {
      const progress = progressOf(exportId)
      await write({ write: blob.write, ...progress })
      const made = await blob.keep()
      await finish(exportId, progress.rows(), { ...made, blind: isBlind })
    } finally {
      await blob.discard()
    }
  } catch (error) {
    // Cancelled: there is nothing to say.
    if (error instanceof ExportStopped) return deleteBlob(exportBlobKey(exportId))
    if (error instanceof DomainError) return fail(exportId, error.message)
    // A worker that is told to stop leaves the work to the next one.
    if (shutdown.aborted) throw error
    logger.error({ exportId, error: error instanceof Error ? error.message : String(error) }, 'an export failed')
    if (!run.isLast) throw error
    await fail(exportId, 'Something went wrong on the server, several times. The log of the worker says more.')
  }
}

async function finish(exportId: string, rows: number, made: { byteSize: number; sha256: string; blind: boolean }) {
  const expiresAt = new Date(now().getTime() + keptDays * 24 * 3_600_000)
  await db.$transaction(async tx => {
    const { count } = await tx.export.updateMany({
      where: { id: exportId, state: 'RUNNING' },
      data: { ...made, state: 'READY', rowsDone: rows, rowsTotal: rows, finishedAt: now(), expiresAt },
    })
    if (count === 0) throw new ExportStopped()
    const { studyId, kind, format, fileName } = await tx.export.findUniqueOrThrow({ where: { id: exportId } })
    await announceEvent(tx, {
      studyId,
      type: 'export.ready',
      key: exportId,
      data: {
        export: {
          id: exportId,
          kind,
          format,
          fileName,
          byteSize: made.byteSize,
          sha256: made.sha256,
          expiresAt: expiresAt.toISOString(),
        },
      },
    })
  })
}

async function fail(exportId: string, failure: string) {
  await db.export.updateMany({
    where: { id: exportId, state: 'RUNNING' },
    data: { state: 'FAILED', failure, finishedAt: now() },
  })
  await deleteBlob(exportBlobKey(exportId))
}
