import 'server-only'
import type { JobRun } from '../../jobs/schema'
import { requireJobStudy } from '../../people/queries'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { logger } from '../../platform/logger'
import { resultFilterSchema } from '../filter'
import { type ComputedName, computedResults } from '../queries/computed-results'
import { waitForComputed } from '../queries/get-computed'

interface Stored {
  criterion: string | null
  filter: unknown
  threshold?: number
}

/** Computes a result that somebody looks at, as the job of the queue. One that has become impossible is forgotten. */
export async function computeResult(resultId: string, run: JobRun): Promise<void> {
  const row = await db.computedResult.findUnique({ where: { id: resultId } })
  if (!row || !(row.name in computedResults)) return
  try {
    const { criterion, filter, threshold } = row.parameters as unknown as Stored
    const access = await requireJobStudy(null, row.studyId)
    const input = {
      ...(criterion ? { criterion } : {}),
      filter: resultFilterSchema.parse(filter),
      ...(threshold === undefined ? {} : { threshold }),
    }
    await waitForComputed(access, row.name as ComputedName, input)
  } catch (error) {
    if (!(error instanceof DomainError) && !run.isLast) throw error
    logger.warn(
      { resultId, error: error instanceof Error ? error.message : String(error) },
      'a result was not computed',
    )
    await db.computedResult.deleteMany({ where: { id: resultId } })
  }
}
