import 'server-only'
import { db, sql, type Transaction } from '../../platform/db'
import { type ImportOptions, type ImportState, type ImportSummary, importOptionsSchema } from '../schema'
import type { PassResult } from './read-source'

// The row that tells how an import goes. Progress is written beside the import's own transaction, so that it is seen.

export interface ImportRow {
  id: string
  studyId: string
  fileName: string
  byteSize: number
  options: ImportOptions
  state: ImportState
  createdById: string | null
}

/** Somebody cancelled it, or another worker ended it. */
export class ImportStopped extends Error {}

export async function findImport(importId: string): Promise<ImportRow | null> {
  const row = await db.import.findUnique({
    where: { id: importId },
    select: { id: true, studyId: true, fileName: true, byteSize: true, options: true, state: true, createdById: true },
  })
  return row && { ...row, byteSize: Number(row.byteSize), options: importOptionsSchema.parse(row.options) }
}

const progressEveryMs = 500

/** Writes how far a pass has come, twice a second at most. The returned function throws when the import was stopped. */
export function progressWriter(importId: string, state: 'CHECKING' | 'IMPORTING', nowMs: () => number) {
  let writtenMs = 0
  return async (bytesRead: number) => {
    if (nowMs() - writtenMs < progressEveryMs) return
    writtenMs = nowMs()
    const still = await sql<{ id: string }>(
      'import_progress',
      'UPDATE imports SET bytes_read = $2 WHERE id = $1 AND state = $3::"ImportState" RETURNING id',
      [importId, bytesRead, state],
    )
    if (still.length === 0) throw new ImportStopped()
  }
}

/** Keeps what a check found. @throws ImportStopped */
export async function saveCheck(importId: string, { summary, problems }: PassResult, sha256: string): Promise<void> {
  await db.$transaction(async tx => {
    const { count } = await tx.import.updateMany({
      where: { id: importId, state: 'CHECKING' },
      data: { state: 'CHECKED', summary, sha256 },
    })
    if (count === 0) throw new ImportStopped()
    await saveProblems(tx, importId, problems)
  })
}

export async function saveProblems(tx: Transaction, importId: string, problems: PassResult['problems']): Promise<void> {
  await tx.importProblem.deleteMany({ where: { importId } })
  const rows = JSON.stringify(problems.map((problem, ordinal) => ({ ...problem, ordinal })))
  await tx.$executeRaw`
    INSERT INTO import_problems (import_id, ordinal, line, severity, code, field, value, message, fix)
    SELECT ${importId}::uuid, ordinal, line, severity, code, field, value, message, fix
    FROM jsonb_to_recordset(${rows}::jsonb)
      p(ordinal int, line int, severity text, code text, field text, value text, message text, fix text)`
}

/** Inside the import's transaction: it is done. @throws ImportStopped */
export async function markDone(tx: Transaction, importId: string, summary: ImportSummary, at: Date): Promise<void> {
  const { count } = await tx.import.updateMany({
    where: { id: importId, state: 'IMPORTING' },
    data: { state: 'DONE', summary, finishedAt: at },
  })
  if (count === 0) throw new ImportStopped()
}

/** It cannot go on, and says why in words for an admin. */
export async function markFailed(importId: string, failure: string, at: Date): Promise<void> {
  await db.import.updateMany({
    where: { id: importId, state: { in: ['CHECKING', 'IMPORTING'] } },
    data: { state: 'FAILED', failure, finishedAt: at },
  })
}
