import 'server-only'
import { isLoud } from '../../blinding/reveal-state'
import type { AssignmentAccess } from '../../people/access'
import { db } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import { feedbackLines } from '../feedback-lines'
import { meetsExpectations } from '../meets-expectations'
import type { Feedback } from '../schema'
import { listSubmittedJudgments } from './submitted-judgments'

/**
 * The known answers of an own assignment that has been judged, beside what was given. Null: none are told, as of all
 * items that check people silently, and of a qualification, which may have to be tried again.
 */
export async function recallFeedback(access: AssignmentAccess): Promise<Feedback | null> {
  const { criteria, quality } = await getProtocol(access.studyId, access.protocolVersion)
  const isTold = access.purpose === 'CALIBRATION' || (access.purpose === 'GOLD' && isLoud({ quality }))
  if (!isTold) return null
  const current = await db.judgment.findFirst({
    where: { assignmentId: access.assignmentId, isCurrent: true },
    select: { id: true },
  })
  const [judgment] = current ? await listSubmittedJudgments(db, [current.id]) : []
  if (!judgment) return null
  const expected = judgment.expected ?? []
  const judged = { ...judgment, criteria }
  const outcome = meetsExpectations(expected, judged)
  const lines = feedbackLines(expected, outcome, judged)
  return { passed: outcome.passed, lines, explanation: judgment.explanation, training: null }
}
