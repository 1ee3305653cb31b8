import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import type { StudyAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomId } from '../../platform/randomness'
import { type ImportOptionsInput, type ImportProblem, type ImportSummary, importOptionsSchema } from '../schema'
import { onPool } from './existing-items'
import { importIntoStudy } from './import-into-study'
import { ImportStopped, markDone, markFailed, saveProblems } from './import-record'
import { type ImportSource, readSource } from './read-source'
import { readStudyFacts } from './study-facts'

export interface ImportFileOrder {
  study: StudyAccess
  source: ImportSource
  options?: ImportOptionsInput
  /** Checks only; nothing is written. */
  dryRun?: boolean
  /** The phase, and the bytes of the file read in it. */
  onProgress?: (phase: 'check' | 'import', bytesRead: number) => void
}

export interface ImportFileResult {
  /** "refused": it has errors (all of them are in `problems`), and nothing was imported. */
  status: 'checked' | 'refused' | 'imported'
  importId: string | null
  summary: ImportSummary
  /** The first thousand of each kind. */
  problems: ImportProblem[]
}

/**
 * Checks a file and imports it, here and now: for the command line and for programs. @throws invalid, conflict, not_found
 */
export async function importFile(order: ImportFileOrder): Promise<ImportFileResult> {
  const { study, source, dryRun, onProgress } = order
  const options = importOptionsSchema.parse(order.options ?? {})
  const facts = await readStudyFacts(onPool, study.studyId, false)
  const hash = createHash('sha256')
  const check = await readSource(hashed(source, hash), {
    run: onPool,
    options,
    facts,
    onProgress: async bytesRead => onProgress?.('check', bytesRead),
  })
  const isRefused = check.summary.problems.errors > 0 && !options.goodLinesOnly
  if (dryRun) return { status: isRefused ? 'refused' : 'checked', importId: null, ...check }
  if (isRefused) return { status: 'refused', importId: null, ...check }

  const importId = randomId()
  const actorId = study.actor.userId === operatorUserId ? null : study.actor.userId
  await db.$transaction(async tx => {
    await tx.import.create({
      data: {
        id: importId,
        studyId: study.studyId,
        fileName: source.fileName,
        byteSize: source.byteSize,
        sha256: hash.digest('hex'),
        options,
        state: 'IMPORTING',
        summary: check.summary,
        createdById: actorId,
      },
    })
    await saveProblems(tx, importId, check.problems)
  })
  try {
    const summary = await importIntoStudy({
      studyId: study.studyId,
      importId,
      actorId,
      source,
      options,
      onProgress: async bytesRead => onProgress?.('import', bytesRead),
      conclude: (tx, imported) => markDone(tx, importId, imported, now()),
    })
    return { status: 'imported', importId, summary, problems: check.problems }
  } catch (error) {
    if (error instanceof ImportStopped) throw new DomainError('conflict', 'The import was cancelled.')
    await markFailed(importId, error instanceof DomainError ? error.message : 'It ended unexpectedly.', now())
    throw error
  }
}

/** The same file; what is read of it goes through the hash. */
export const hashed = (source: ImportSource, hash: Hash): ImportSource => ({
  ...source,
  read: async function* () {
    for await (const chunk of source.read()) {
      hash.update(chunk)
      yield chunk
    }
  },
})
