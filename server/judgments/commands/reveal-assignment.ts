import 'server-only'
import { leaseRules } from '../../assignments/lease-rules'
import { blindRefusal } from '../../blinding/advance'
import { getBlindedAssignment } from '../../blinding/queries'
import { revealState } from '../../blinding/reveal-state'
import type { AssignmentAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { getProtocol } from '../../studies/queries'
import { findRevealed } from '../queries/find-revealed'
import { requireMarksInTexts } from '../queries/require-marks-in-texts'
import { requireComplete } from '../require-complete'
import type { JudgmentContent } from '../schema'

/**
 * Locks the first ratings of an own assignment and answers with what they were to be made without. Asked again, from
 * another tab or after a lost answer, it shows the same and locks nothing more.
 * @throws invalid when the ratings are not complete, conflict when there is nothing to reveal
 */
export async function revealAssignment(
  access: AssignmentAccess,
  { content, activeMs }: { content: JudgmentContent; activeMs: number },
) {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const state = revealState(access, protocol)
  if (state === 'now') throw new DomainError('conflict', 'Nothing of this item is shown later.')
  const ratings = state === 'done' ? [] : requireComplete(protocol, access, content)
  if (state !== 'done') await requireMarksInTexts(access.assignmentId, content)
  const [row] = await sql<{ revealed: { status: string } }>(
    'reveal_assignment',
    'SELECT reveal_assignment($1, $2, $3, $4, $5, $6) AS revealed',
    [access.studyId, access.actor.userId, access.assignmentId, JSON.stringify(ratings), activeMs, leaseRules(protocol)],
  )
  if (row?.revealed.status !== 'revealed') return blindRefusal(row?.revealed.status ?? '')
  const [{ references }, revealed] = await Promise.all([
    getBlindedAssignment(access, protocol),
    findRevealed({ ...access, isRevealed: true }),
  ])
  if (!revealed) throw new Error('first ratings that were locked are gone')
  return { status: 'revealed' as const, references, ...revealed }
}
