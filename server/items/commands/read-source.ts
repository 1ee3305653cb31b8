import 'server-only'
import { randomId } from '../../platform/randomness'
import { type CategoryNames, foldCategory, makeCategoryMatcher } from '../category-matcher'
import { sha256 } from '../content-hash'
import type { Plan, PlanContext } from '../import-plan'
import { ImportProblems } from '../import-problems'
import { ImportTally } from '../import-tally'
import { LateWarnings } from '../late-warnings'
import { parseRecord } from '../parse-record'
import { planRecords } from '../plan-records'
import { type ByteSource, detectFormat, readRawLines } from '../raw-lines'
import type { ParsedRecord } from '../raw-record'
import type { ImportOptions, ImportProblem, ImportSummary } from '../schema'
import { SeenKeys } from '../seen-keys'
import { addExistingRubrics, findExistingItems, type RunSql } from './existing-items'

/** A file that can be read from its beginning, more than once. */
export interface ImportSource {
  fileName: string
  byteSize: number
  read: () => ByteSource
}

/** What a pass over a file has to know of the study. */
export interface StudyFacts {
  studyId: string
  /** Every item must have a response of every model. */
  completeBlocks: boolean
  hasItems: boolean
  /** Items are asked for a source language: of the preset for translations, or others of the study have one. */
  areTranslations: boolean
  isDraft: boolean
  /** It is being judged blindly, by admins as well. */
  isSealed: boolean
  models: ReadonlySet<string>
  categories: CategoryNames[]
}

export interface PassOptions {
  run: RunSql
  options: ImportOptions
  facts: StudyFacts
  /** Stores a batch; it may still be at work when the next batch is prepared. */
  store?: (plan: Plan) => Promise<void>
  /** Called now and then; throws to stop. */
  onProgress?: (bytesRead: number) => Promise<void>
  /** Called at the first error of an import that is all or nothing; throws. */
  onError?: (problem: ImportProblem) => never
}

export interface PassResult {
  summary: ImportSummary
  problems: ImportProblem[]
}

const batchLines = 1000
const batchSize = 8 * 1024 * 1024

/** Reads a whole file once: checks every line, plans what is new, and hands it on in batches. Memory is bounded. */
export async function readSource(source: ImportSource, pass: PassOptions): Promise<PassResult> {
  const { options, facts, run } = pass
  const problems = new ImportProblems()
  const tally = new ImportTally()
  const seenItems = new SeenKeys()
  const context: PlanContext = {
    seenItems,
    seenResponses: new SeenKeys(),
    tally,
    problems,
    late: new LateWarnings(seenItems),
    matchCategory: makeCategoryMatcher(facts.categories, options.categories),
    foldCategory,
    isNewModel: name => !facts.models.has(name),
    newId: randomId,
    isDraft: facts.isDraft,
    isSealed: facts.isSealed,
  }
  const stopAtError = () => {
    const error = pass.onError ? problems.kept.find(problem => problem.severity === 'error') : undefined
    if (error) pass.onError?.(error)
  }
  const { first, whole } = await peek(source.read())
  const format = detectFormat(source.fileName, first, options)
  let storing: Promise<void> = Promise.resolve()
  let batch: ParsedRecord[] = []
  let size = 0
  let bytesRead = 0

  async function planBatch() {
    const records = batch
    batch = []
    size = 0
    // What may be in the tables: what the study had, and what earlier batches of this file brought.
    const ids = [...new Set(records.map(record => record.externalId))]
    const broughtEarlier = (id: string) => pass.store !== undefined && context.seenItems.find(sha256(id)) >= 0
    const wanted = facts.hasItems ? ids : ids.filter(broughtEarlier)
    if (wanted.length > 0) await storing
    const existing = await findExistingItems(run, facts.studyId, wanted)
    await addExistingRubrics(run, records, existing)
    const plan = planRecords(records, existing, context)
    await storing
    stopAtError()
    if (pass.store) storing = pass.store(plan)
    // A failure is met at the next await above; until then it is nobody's.
    storing.catch(() => undefined)
    await pass.onProgress?.(bytesRead)
  }

  try {
    for await (const read of readRawLines(whole, format, options)) {
      bytesRead = read.bytesRead
      batch.push(
        read.problem
          ? { line: read.line, externalId: '', item: null, responses: [], problems: [read.problem], noted: null }
          : parseRecord(read.raw, read.line, { defaultLanguage: options.defaultLanguage }),
      )
      size += read.size
      if (batch.length >= batchLines || size >= batchSize) await planBatch()
    }
    await planBatch()
  } finally {
    // Nothing may still be written when the caller rolls back.
    await storing.catch(() => undefined)
  }
  await storing
  const add = (problem: ImportProblem) => problems.add(problem)
  tally.missingResponses(seenItems, facts.completeBlocks, add)
  context.late.report(context.seenResponses, facts.areTranslations, add)
  stopAtError()
  const encoding = format === 'csv' ? options.encoding : 'utf-8'
  return { summary: tally.summary({ problems: problems.counts(), encoding, format }), problems: problems.kept }
}

/** The first chunk, and all of them. */
async function peek(source: ByteSource): Promise<{ first: Uint8Array; whole: ByteSource }> {
  const chunks = source[Symbol.asyncIterator]()
  const head = await chunks.next()
  const first = head.done ? new Uint8Array(0) : head.value
  const rest = { [Symbol.asyncIterator]: () => chunks }
  const whole = (async function* () {
    yield first
    yield* rest
  })()
  return { first, whole }
}
