import 'server-only'
import type { ScaleCriterion } from '../../../criteria/scale/schema'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { completeProtocol, lockStudy } from '../../studies/commands/lock-study'
import { type Protocol, protocolSchema } from '../../studies/schema'
import { groupRecordedRows, type RecordedContent } from '../recorded-judgments'
import { readRecordedRows } from '../recorded-rows'
import { refuseProblems } from '../refuse-problems'
import type { RecordedOptions } from '../schema'
import { addRecordedJudgments } from './add-recorded-judgments'
import { addRecordedResponses } from './add-recorded-responses'
import { placeRecordedItems } from './place-recorded-items'

export interface ImportedJudgments {
  judgments: number
  ratings: number
  /** Judgments that were there already, word for word. */
  unchanged: number
  blankScores: number
  repeatedRows: number
  itemsCreated: number
  modelsCreated: string[]
  categoriesCreated: string[]
  /** The scale's step, when the import changed it; else null. */
  stepSet: number | null
}

/** The first scale that each response gets. @throws invalid */
function scaleOf(protocol: Protocol): ScaleCriterion {
  const scale = protocol.criteria.find(criterion => criterion.kind === 'scale')
  if (!scale) throw new DomainError('invalid', 'This study has no score to import into.')
  return scale
}

const steps = [1, 0.5, 0.2, 0.1] as const

interface Locked {
  state: StudyAccess['state']
  version: number
  protocol: Protocol
}

/** Locks the study for the rest of the transaction. @throws conflict */
async function lockReceiver(tx: Transaction, access: StudyAccess): Promise<Locked> {
  const { state, isArchived, protocolVersion, definition } = await lockStudy(tx, access.studyId)
  if (isArchived) throw new DomainError('conflict', 'The study is archived. Restore it first.')
  if (state !== 'DRAFT' && state !== 'CLOSED')
    throw new DomainError(
      'conflict',
      'Recorded judgments go into a draft or a closed study only. Close this study first, or make another one.',
    )
  return { state, version: protocolVersion, protocol: completeProtocol(definition) }
}

/** Gives a draft without judgments a finer or coarser step. @throws conflict */
async function setStep(tx: Transaction, access: StudyAccess, locked: Locked, step: number) {
  const scale = scaleOf(locked.protocol)
  if (scale.step === step) return locked.protocol
  const judged = await tx.judgment.count({ where: { studyId: access.studyId } })
  if (locked.state !== 'DRAFT' || judged > 0)
    throw new DomainError(
      'conflict',
      `The scale's step is ${scale.step} and can change only in a draft without judgments. Make a new study with --step ${step}.`,
    )
  const criteria = locked.protocol.criteria.map(criterion => (criterion === scale ? { ...scale, step } : criterion))
  const parsed = protocolSchema.safeParse({ ...locked.protocol, criteria })
  if (!parsed.success)
    throw new DomainError('invalid', `A step of ${step} does not fit the scale: ${parsed.error.issues[0]?.message}`)
  await tx.protocol.update({
    where: { studyId_version: { studyId: access.studyId, version: locked.version } },
    data: { definition: parsed.data },
  })
  return parsed.data
}

/**
 * The coarsest step on which all scores lie, when they do not lie on the draft's own and it has no judgments yet; else
 * null. An empty draft that takes recorded judgments in takes their scale with them.
 */
async function neededStep(
  tx: Transaction,
  access: StudyAccess,
  locked: Locked,
  rows: Parameters<typeof groupRecordedRows>[0],
) {
  const scale = scaleOf(locked.protocol)
  const fits = (step: ScaleCriterion['step']) => groupRecordedRows(rows, { ...scale, step }).problems.length === 0
  if (locked.state !== 'DRAFT' || fits(scale.step)) return null
  if ((await tx.judgment.count({ where: { studyId: access.studyId } })) > 0) return null
  return steps.find(fits) ?? null
}

function commentOf(protocol: Protocol, content: RecordedContent): string | null {
  const comment = protocol.criteria.find(criterion => criterion.kind === 'comment' && criterion.scope === 'response')
  const first = content.judgments.flatMap(judgment => judgment.scores).find(score => score.comment !== null)
  if (first && !comment)
    refuseProblems([
      {
        line: first.line,
        field: 'comment',
        value: first.comment ?? '',
        message: 'This study has no comment per response.',
        fix: 'Leave the column out, or give the protocol a comment.',
      },
    ])
  return comment?.id ?? null
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
  const read = readRecordedRows(text, options.format)
  refuseProblems(read.problems)
  return db.$transaction(
    async tx => {
      const locked = await lockReceiver(tx, access)
      const step = options.step ?? (options.createMissing && (await neededStep(tx, access, locked, read.rows)))
      const protocol = step ? await setStep(tx, access, locked, step) : locked.protocol
      const scale = scaleOf(protocol)
      const content = groupRecordedRows(read.rows, scale)
      refuseProblems(content.problems)
      const comment = commentOf(protocol, content)
      const placed = await placeRecordedItems(tx, access.studyId, content, options.createMissing)
      const responses = await addRecordedResponses(tx, access.studyId, content, placed, options.createMissing)
      const added = await addRecordedJudgments(tx, {
        studyId: access.studyId,
        protocolVersion: locked.version,
        criteria: { scale: scale.id, comment },
        itemIds: placed.itemIds,
        responses,
        judgments: content.judgments,
      })
      const result: ImportedJudgments = {
        ...added,
        blankScores: content.blankScores,
        repeatedRows: content.repeatedRows,
        itemsCreated: placed.created,
        modelsCreated: responses.modelsCreated,
        categoriesCreated: placed.categoriesCreated,
        stepSet: protocol === locked.protocol ? null : scale.step,
      }
      const changed = added.judgments > 0 || placed.created > 0 || responses.created > 0 || protocol !== locked.protocol
      if (changed) {
        // Names of models stay out: the trail is read by people who may be blind.
        await recordAudit(tx, {
          actorId: access.actor.userId,
          action: 'judgments.imported',
          studyId: access.studyId,
          detail: {
            fileName: options.fileName,
            judgments: added.judgments,
            ratings: added.ratings,
            itemsCreated: placed.created,
            modelsCreated: responses.modelsCreated.length,
            step: scale.step,
          },
        })
      }
      return result
    },
    { maxWait: 10_000, timeout: 10 * 60_000 },
  )
}
