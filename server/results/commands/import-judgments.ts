import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { completeProtocol, lockStudy } from '../../studies/commands/lock-study'
import { fileKind, type RecordedKindName } from '../recorded/file-kind'
import { groupJudgments } from '../recorded/group-judgments'
import { readStatements } from '../recorded/read-statements'
import { type FileRow, readRecordedFile } from '../recorded/recorded-file'
import { settleScales } from '../recorded/settle-scales'
import type { ReadingContext } from '../recorded/statement'
import { refuseProblems } from '../refuse-problems'
import type { RecordedOptions, RecordedProblem } from '../schema'
import { addRecordedJudgments } from './add-recorded-judgments'
import { addRecordedResponses } from './add-recorded-responses'
import { placeRecordedItems } from './place-recorded-items'
import { readRecordedContext } from './recorded-context'
import { type LockedReceiver, settleSteps } from './settle-steps'

export interface ImportedJudgments {
  /** What the file holds, found by its columns. */
  kind: RecordedKindName
  judgments: number
  /** Values; comments beside them are not counted. */
  ratings: number
  /** Judgments that were there, and now say more. */
  extended: number
  /** Judgments that were there already, word for word. */
  unchanged: number
  blankScores: number
  repeatedRows: number
  itemsCreated: number
  modelsCreated: string[]
  categoriesCreated: string[]
  /** The finest step that the import gave to a scale; null: none. */
  stepSet: number | null
  dryRun: boolean
}

/** Locks the study for the rest of the transaction. @throws conflict */
async function lockReceiver(tx: Transaction, access: StudyAccess): Promise<LockedReceiver> {
  const { state, isArchived, protocolVersion, definition } = await lockStudy(tx, access.studyId)
  if (isArchived) throw new DomainError('conflict', 'The study is archived. Restore it first.')
  if (state !== 'DRAFT' && state !== 'CLOSED')
    throw new DomainError(
      'conflict',
      'Recorded judgments go into a draft or a closed study only. Close this study first, or make another one.',
    )
  return { state, version: protocolVersion, protocol: completeProtocol(definition) }
}

const noKind: RecordedProblem = {
  line: 1,
  field: '',
  value: '',
  message: 'No column tells what the file holds.',
  fix: 'Beside item and annotator it needs "score"; "model_a", "model_b" and "winner"; "rank" or "ranking"; "point"; "label"; "start" and "end"; or "comment".',
}

function requireKind(rows: readonly FileRow[]): RecordedKindName {
  const kind = fileKind(rows)
  refuseProblems(kind ? [] : [noKind])
  return kind ?? 'scores'
}

/**
 * Takes judgments in that were made elsewhere: all or nothing, into a draft or closed study. The same file again changes
 * nothing. What `createMissing` makes is never leased.
 * @throws invalid (detail.problems), conflict
 */
export async function importJudgments(
  access: StudyAccess,
  text: string,
  options: RecordedOptions,
): Promise<ImportedJudgments> {
  const { rows, problems } = readRecordedFile(text, options.format)
  refuseProblems(problems)
  const kind = requireKind(rows)
  try {
    return await db.$transaction(
      async tx => {
        const result = await importRows(tx, access, kind, rows, options)
        if (options.dryRun) throw new DryRunDone(result)
        return result
      },
      { maxWait: 10_000, timeout: 10 * 60_000 },
    )
  } catch (error) {
    if (error instanceof DryRunDone) return error.result
    throw error
  }
}

/** Takes everything back that a dry run has written. */
class DryRunDone extends Error {
  constructor(readonly result: ImportedJudgments) {
    super('dry run')
  }
}

async function importRows(
  tx: Transaction,
  access: StudyAccess,
  kind: RecordedKindName,
  rows: readonly FileRow[],
  options: RecordedOptions,
): Promise<ImportedJudgments> {
  const { studyId } = access
  const locked = await lockReceiver(tx, access)
  const known = { criteria: locked.protocol.criteria, ...(await readRecordedContext(tx, studyId, kind, rows)) }
  const read = readStatements(rows, kind, known)
  refuseProblems(read.problems)
  const { steps, protocol } = await settleSteps(tx, access, locked, read.statements, options)
  const scales = new Map(protocol.criteria.flatMap(one => (one.kind === 'scale' ? [[one.id, one] as const] : [])))
  const settled = settleScales(read.statements, scales)
  refuseProblems(settled.problems)
  const late: RecordedProblem[] = []
  const context: ReadingContext = {
    ...known,
    refuse: (line, field, value, message, fix) => {
      late.push({ line, field, value: String(value), message, fix })
      return null
    },
  }
  const content = groupJudgments(settled.statements, context)
  refuseProblems([...content.problems, ...late])
  const placed = await placeRecordedItems(tx, studyId, read.items, options)
  const responses = await addRecordedResponses(tx, studyId, content, placed, options.createMissing)
  const added = await addRecordedJudgments(tx, {
    studyId,
    protocolVersion: locked.version,
    itemIds: placed.itemIds,
    responses,
    judgments: content.judgments,
  })
  const result: ImportedJudgments = {
    kind,
    ...added,
    blankScores: content.blankScores,
    repeatedRows: content.repeatedRows,
    itemsCreated: placed.created,
    modelsCreated: responses.modelsCreated,
    categoriesCreated: placed.categoriesCreated,
    stepSet: steps.size > 0 ? Math.min(...steps.values()) : null,
    dryRun: options.dryRun ?? false,
  }
  const isChanged =
    added.judgments + added.extended > 0 || placed.created > 0 || responses.created > 0 || steps.size > 0
  if (isChanged)
    // Names of models stay out: the trail is read by people who may be blind.
    await recordAudit(tx, {
      actorId: access.actor.userId,
      action: 'judgments.imported',
      studyId,
      detail: {
        fileName: options.fileName,
        kind,
        judgments: added.judgments,
        ratings: added.ratings,
        itemsCreated: placed.created,
        modelsCreated: responses.modelsCreated.length,
        ...(result.stepSet === null ? {} : { step: result.stepSet }),
      },
    })
  return result
}
