import 'server-only'
import { blindAdvance, blindAhead } from '../../blinding/advance'
import { studyTopic } from '../../judgments/study-topic'
import type { AssignmentAccess, MemberAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { announceChange } from '../../platform/events'
import { followSkip } from '../../quality/commands/follow-submission'
import { settleTraining } from '../../quality/commands/settle-training'
import { getProtocol } from '../../studies/queries'
import { leaseRules } from '../lease-rules'
import { explainNothing } from '../queries/explain-nothing'
import type { FlagInput } from '../schema'

type Continued =
  | { status: 'assignment'; assignment: string }
  | ({ status: 'nothing' } & Awaited<ReturnType<typeof explainNothing>>)

/** The assignment on the person's screen, or the next one; or why there is none. */
export async function continueStudy(member: MemberAccess): Promise<Continued> {
  // In a paused study nothing new is given, but what is on the screen can be finished.
  if (member.state === 'OPEN' || member.state === 'PAUSED') {
    const rules = leaseRules(await getProtocol(member.studyId, member.protocolVersion))
    const [row] = await sql<{ assignment: string | null }>(
      'continue_study',
      'SELECT continue_study($1, $2, $3) AS assignment',
      [member.studyId, member.actor.userId, rules],
    )
    if (row?.assignment) return { status: 'assignment' as const, assignment: row.assignment }
    // A training whose last judgment was stored and not decided about: that is made good here.
    const settled = await db.$transaction(tx => settleTraining(tx, member.studyId, member.actor.userId))
    if (settled === 'passed' || settled === 'again') return continueStudy(member)
  }
  return { status: 'nothing' as const, ...(await explainNothing(member)) }
}

/** Marks an assignment as on the screen, renews its lease, and gives the look-ahead. Also the heartbeat of a page in use. */
export async function showAssignment(access: AssignmentAccess) {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const [row] = await sql<{ shown: { held: boolean; ahead: unknown } }>(
    'show_assignment',
    'SELECT show_assignment($1, $2, $3, $4) AS shown',
    [access.studyId, access.actor.userId, access.assignmentId, leaseRules(protocol)],
  )
  return { held: row?.shown.held ?? false, ahead: blindAhead(row?.shown.ahead, protocol) }
}

/** Time spent on a skipped item, kept with its draft: never more than the time since it was shown, never less than before. */
const keepSkippedTime = (assignmentId: string, activeMs: number) =>
  sql(
    'keep_skipped_time',
    `INSERT INTO drafts (assignment_id, content, active_ms)
     SELECT a.id, '{"ratings": []}', LEAST(GREATEST($2::int, COALESCE(d.active_ms, 0)),
       CEIL(EXTRACT(EPOCH FROM a.ended_at - COALESCE(a.shown_at, a.leased_at)) * 1000))::int
     FROM assignments a LEFT JOIN drafts d ON d.assignment_id = a.id WHERE a.id = $1 AND a.state = 'SKIPPED'
     ON CONFLICT (assignment_id) DO UPDATE SET active_ms = EXCLUDED.active_ms`,
    [assignmentId, activeMs],
  )

/** Gives an assignment back; the person gets the next one. */
export async function skipAssignment(access: AssignmentAccess, reason: string, activeMs = 0) {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const [row] = await sql<{ skipped: { status: string } }>(
    'skip_assignment',
    'SELECT skip_assignment($1, $2, $3, $4, $5) AS skipped',
    [access.studyId, access.actor.userId, access.assignmentId, reason, leaseRules(protocol)],
  )
  if (row?.skipped.status === 'skipped') await keepSkippedTime(access.assignmentId, activeMs)
  announceChange(studyTopic(access.studyId))
  return followSkip(access, protocol, blindAdvance<'skipped'>(row?.skipped, protocol))
}

/** Puts an item into the admins' queue. Saying the same again changes the note. */
export async function flagItem(access: AssignmentAccess, flag: FlagInput) {
  if (access.studyState === 'CLOSED') throw new DomainError('conflict', 'This study is closed.')
  const { itemId } = await db.assignment.findUniqueOrThrow({
    where: { id: access.assignmentId },
    select: { itemId: true },
  })
  await db.itemFlag.upsert({
    where: { assignmentId_kind: { assignmentId: access.assignmentId, kind: flag.kind } },
    create: {
      ...flag,
      assignmentId: access.assignmentId,
      studyId: access.studyId,
      itemId,
      userId: access.actor.userId,
    },
    update: { note: flag.note },
  })
  return { status: 'flagged' as const }
}

/** Takes an own flag back, while no admin has resolved it. */
export async function withdrawFlag(access: AssignmentAccess, kind: FlagInput['kind']) {
  await db.itemFlag.deleteMany({ where: { assignmentId: access.assignmentId, kind, resolvedAt: null } })
  return { status: 'withdrawn' as const }
}
