import 'server-only'
import { createHash } from 'node:crypto'
import type { JobRun } from '../../jobs/schema'
import { deleteBlob, readBlob } from '../../platform/blobs'
import { now } from '../../platform/clock'
import { DomainError } from '../../platform/errors'
import { logger } from '../../platform/logger'
import { shutdown } from '../../platform/shutdown'
import { onPool } from './existing-items'
import { hashed } from './import-file'
import { importIntoStudy } from './import-into-study'
import {
  findImport,
  type ImportRow,
  ImportStopped,
  markDone,
  markFailed,
  progressWriter,
  saveCheck,
} from './import-record'
import { type ImportSource, readSource } from './read-source'
import { readStudyFacts } from './study-facts'

// What the worker does with an uploaded file. Both may run again after a crash: each ends in one conditional update.

const nowMs = () => now().getTime()

const sourceOf = (row: ImportRow): ImportSource => ({
  fileName: row.fileName,
  byteSize: row.byteSize,
  read: () => readBlob(row.id),
})

/** CHECKING → CHECKED: finds everything that is wrong with the file. */
export const checkImport = (importId: string, run: JobRun): Promise<void> =>
  attempt(importId, 'CHECKING', run, async row => {
    const hash = createHash('sha256')
    const facts = await readStudyFacts(onPool, row.studyId, false)
    const found = await readSource(hashed(sourceOf(row), hash), {
      run: onPool,
      options: row.options,
      facts,
      onProgress: untilShutdown(progressWriter(importId, 'CHECKING', nowMs)),
    })
    await saveCheck(importId, found, hash.digest('hex'))
  })

/** IMPORTING → DONE. */
export const runImport = (importId: string, run: JobRun): Promise<void> =>
  attempt(importId, 'IMPORTING', run, async row => {
    await importIntoStudy({
      studyId: row.studyId,
      importId,
      actorId: row.createdById,
      source: sourceOf(row),
      options: row.options,
      onProgress: untilShutdown(progressWriter(importId, 'IMPORTING', nowMs)),
      conclude: (tx, summary) => markDone(tx, importId, summary, now()),
    })
    await deleteBlob(importId)
  })

/** Throws once this process has been told to stop. */
const untilShutdown = (report: (bytesRead: number) => Promise<void>) => async (bytesRead: number) => {
  shutdown.throwIfAborted()
  await report(bytesRead)
}

async function attempt(
  importId: string,
  state: 'CHECKING' | 'IMPORTING',
  run: JobRun,
  work: (row: ImportRow) => Promise<void>,
) {
  const row = await findImport(importId)
  if (row?.state !== state) return
  try {
    await work(row)
  } catch (error) {
    // Cancelled: whoever did that has cleaned up.
    if (error instanceof ImportStopped) return
    if (error instanceof DomainError) return fail(importId, error.message)
    if (!shutdown.aborted)
      logger.error({ importId, error: error instanceof Error ? error.message : String(error) }, 'an import failed')
    // A worker that is told to stop leaves the work to the next one.
    if (shutdown.aborted || !run.isLast) throw error
    await fail(
      importId,
      'Something went wrong on the server, several times. Nothing was imported; the log of the worker says more.',
    )
  }
}

async function fail(importId: string, failure: string) {
  await markFailed(importId, failure, now())
  await deleteBlob(importId)
}
