import 'server-only'
import { makeBridgePlaces } from '../../assignments/commands/make-bridge-places'
import { makePlaces } from '../../assignments/commands/make-places'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import { type Transaction, transactionOn, withConnection } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { makeCategoryMatcher } from '../category-matcher'
import type { ImportOptions, ImportProblem, ImportSummary } from '../schema'
import { onClient } from './existing-items'
import { PlanStore } from './plan-store'
import { type ImportSource, readSource } from './read-source'
import { readStudyFacts } from './study-facts'

export interface ImportOrder {
  studyId: string
  importId: string
  actorId: string | null
  source: ImportSource
  options: ImportOptions
  onProgress?: (bytesRead: number) => Promise<void>
  /** In the transaction, when all rows are written; throws to take everything back. */
  conclude: (tx: Transaction, summary: ImportSummary) => Promise<void>
}

const analyzeFrom = 1000

/**
 * Reads a file into a study in one transaction: all of it or nothing, or all good lines. The same file again changes
 * nothing. In an open study the new items get their places at once.
 * @throws invalid (detail.problem: the first error, when it is all or nothing), conflict, not_found
 */
export function importIntoStudy(order: ImportOrder): Promise<ImportSummary> {
  const { studyId, importId, actorId, options, source, onProgress, conclude } = order
  return withConnection(async client => {
    const run = onClient(client)
    const facts = await readStudyFacts(run, studyId, true)
    const store = new PlanStore(
      client,
      studyId,
      importId,
      facts.categories,
      makeCategoryMatcher(facts.categories, options.categories),
    )
    const { summary } = await readSource(source, {
      run,
      options,
      facts,
      store: plan => store.store(plan),
      onProgress,
      onError: options.goodLinesOnly ? undefined : refuse,
    })
    const tx = transactionOn(client)
    // The planner must know of many new rows before somebody looks for one of them.
    if (summary.items.new + summary.responses.new >= analyzeFrom)
      await client.query('ANALYZE items, responses, response_sources')
    const bridged = facts.state === 'DRAFT' ? null : await makeBridgePlaces(tx, studyId)
    if (facts.state !== 'DRAFT') await makePlaces(tx, studyId)
    if (summary.items.new > 0) await refreshEligibility(tx, { studyId })
    await recordAudit(tx, {
      actorId,
      action: 'items.imported',
      studyId,
      detail: {
        importId,
        items: summary.items.new,
        responses: summary.responses.new,
        unchangedItems: summary.items.unchanged,
        ...(summary.extras.rubrics.changed > 0 ? { rubricsChanged: summary.extras.rubrics.changed } : {}),
        badLinesLeftOut: summary.badLines,
        categoriesCreated: store.createdCategories,
        ...(bridged && bridged.places > 0 && { bridge: bridged }),
      },
    })
    await conclude(tx, summary)
    return summary
  })
}

function refuse(problem: ImportProblem): never {
  const where = problem.line > 0 ? `Line ${problem.line}: ` : ''
  throw new DomainError('invalid', `${where}${problem.message} Nothing was imported. ${problem.fix}`, { problem })
}
