import 'server-only'
import { leaseRules } from '../../assignments/lease-rules'
import { type Advance, blindAdvance, type Refusal } from '../../blinding/advance'
import type { AssignmentAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import type { Protocol } from '../../studies/schema'
import { recallFeedback } from '../queries/recall-feedback'
import type { Feedback } from '../schema'
import { settleTraining } from './settle-training'

type Answer<Done extends string> = Advance<Done> | Refusal

const isTraining = ({ purpose }: AssignmentAccess): boolean => purpose === 'CALIBRATION' || purpose === 'QUALIFICATION'

/**
 * What a submission is answered with: of calibration and loud gold items the known answers, too, and after the last item
 * of a training what comes then. All other items pass through here untouched, gold or not.
 */
export async function followSubmission<Done extends string>(
  access: AssignmentAccess,
  protocol: Protocol,
  answer: Answer<Done>,
): Promise<(Advance<Done> & { feedback?: Feedback }) | Refusal> {
  if (!('next' in answer)) return answer
  const told = await recallFeedback(access)
  if (!isTraining(access)) return told ? { ...answer, feedback: told } : answer
  const outcome = await db.$transaction(tx => settleTraining(tx, access.studyId, access.actor.userId))
  const next = answer.next === null ? await advanceAgain(access, protocol, answer.status) : answer
  if (!told && !outcome) return next
  const nothing = { passed: null, lines: [], explanation: '' }
  return { ...next, feedback: { ...(told ?? nothing), training: outcome ?? 'goes-on' } }
}

/** A skip can end a training, too. */
export async function followSkip<Done extends string>(
  access: AssignmentAccess,
  protocol: Protocol,
  answer: Answer<Done>,
): Promise<Answer<Done>> {
  if (!('next' in answer) || answer.next !== null || !isTraining(access)) return answer
  await db.$transaction(tx => settleTraining(tx, access.studyId, access.actor.userId))
  return advanceAgain(access, protocol, answer.status)
}

async function advanceAgain<Done extends string>(
  access: AssignmentAccess,
  protocol: Protocol,
  status: Done,
): Promise<Advance<Done>> {
  const [row] = await sql<{ advance: Record<string, unknown> }>(
    'advance_repeated',
    'SELECT advance_repeated($1, $2, $3) AS advance',
    [access.studyId, access.actor.userId, leaseRules(protocol)],
  )
  return blindAdvance<Done>({ ...row?.advance, status }, protocol) as Advance<Done>
}
