import 'server-only'
import type { ScaleCriterion } from '../../../criteria/scale/schema'
import { toSteps } from '../../../criteria/scale/steps'
import type { StudyAccess } from '../../people/access'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { type Protocol, protocolSchema } from '../../studies/schema'
import { neededStep, scoresByScale } from '../recorded/settle-scales'
import type { Statement } from '../recorded/statement'
import type { RecordedOptions } from '../schema'

/** A study that is locked for the rest of a transaction. */
export interface LockedReceiver {
  state: StudyAccess['state']
  version: number
  protocol: Protocol
}

/** Gives the scales that a file uses the step that was asked for or that an empty draft needs. @throws conflict, invalid */
export async function settleSteps(
  tx: Transaction,
  access: StudyAccess,
  locked: LockedReceiver,
  statements: readonly Statement[],
  options: RecordedOptions,
): Promise<{ steps: ReadonlyMap<string, number>; protocol: Protocol }> {
  const steps = await findScaleSteps(tx, access, locked, statements, options)
  return { steps, protocol: steps.size > 0 ? await setScaleSteps(tx, access, locked, steps) : locked.protocol }
}

/** Gives scales of a draft without judgments finer or coarser steps. @throws conflict, invalid */
async function setScaleSteps(
  tx: Transaction,
  access: StudyAccess,
  locked: LockedReceiver,
  steps: ReadonlyMap<string, number>,
) {
  const changed = locked.protocol.criteria.find(({ kind, id }) => kind === 'scale' && steps.has(id))
  const judged = await tx.judgment.count({ where: { studyId: access.studyId } })
  if (locked.state !== 'DRAFT' || judged > 0)
    throw new DomainError(
      'conflict',
      `The scale's step can change only in a draft without judgments. Make a new study with --step ${steps.get(changed?.id ?? '')}.`,
    )
  const criteria = locked.protocol.criteria.map(criterion =>
    criterion.kind === 'scale' ? { ...criterion, step: steps.get(criterion.id) ?? criterion.step } : criterion,
  )
  const parsed = protocolSchema.safeParse({ ...locked.protocol, criteria })
  if (!parsed.success)
    throw new DomainError('invalid', `That step does not fit the scale: ${parsed.error.issues[0]?.message}`)
  await tx.protocol.update({
    where: { studyId_version: { studyId: access.studyId, version: locked.version } },
    data: { definition: parsed.data },
  })
  return parsed.data
}

/** The steps that scales are to get: the one asked for, or, in an empty draft, the coarsest on which all scores lie. */
async function findScaleSteps(
  tx: Transaction,
  access: StudyAccess,
  locked: LockedReceiver,
  statements: readonly Statement[],
  { step, createMissing }: RecordedOptions,
): Promise<Map<string, number>> {
  const steps = new Map<string, number>()
  const used: [ScaleCriterion, number[]][] = [...scoresByScale(statements)]
  for (const [scale, scores] of used) {
    const fits = scores.every(score => toSteps(score, scale) !== null)
    const wanted = step ?? (createMissing && !fits && locked.state === 'DRAFT' ? neededStep(scores, scale) : null)
    if (wanted !== null && wanted !== scale.step) steps.set(scale.id, wanted)
  }
  if (step !== undefined || steps.size === 0) return steps
  return (await tx.judgment.count({ where: { studyId: access.studyId } })) > 0 ? new Map() : steps
}
