import 'server-only'
import { createHash } from 'node:crypto'
import { leaseRules } from '../../assignments/lease-rules'
import { canonicalJson } from '../../audit/canonical-json'
import { blindAdvance } from '../../blinding/advance'
import { revealState } from '../../blinding/reveal-state'
import type { AssignmentAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { announceChange } from '../../platform/events'
import { randomId } from '../../platform/randomness'
import { followSubmission } from '../../quality/commands/follow-submission'
import { getProtocol } from '../../studies/queries'
import { findFirstRatings, firstValueOf } from '../queries/find-revealed'
import { requireMarksInTexts } from '../queries/require-marks-in-texts'
import { requireComplete } from '../require-complete'
import { type JudgmentContent, judgmentContentSchema } from '../schema'
import { studyTopic } from '../study-topic'

interface Submission {
  key: string
  content: JudgmentContent
  activeMs: number
}

/**
 * Saves what has been entered, if it builds on the revision that is stored; otherwise nothing changes and the stored
 * content comes back. Two round trips: the gate, and one function.
 */
export async function saveDraft(
  access: AssignmentAccess,
  draft: { base: number; content: JudgmentContent; activeMs: number },
) {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const [row] = await sql<{ saved: { status: 'saved' | 'conflict'; revision: number; content?: unknown } }>(
    'save_draft',
    'SELECT save_draft($1, $2, $3, $4, $5) AS saved',
    [access.assignmentId, draft.base, JSON.stringify(draft.content), draft.activeMs, leaseRules(protocol)],
  )
  const saved = row?.saved
  if (saved?.status === 'saved') return { status: 'saved' as const, revision: saved.revision }
  return {
    status: 'conflict' as const,
    revision: saved?.revision ?? 0,
    content: saved?.content ? judgmentContentSchema.parse(saved.content) : null,
  }
}

/** SHA-256 over the content: the same key with another hash is another judgment under a used key. */
const payloadHash = (content: JudgmentContent) => createHash('sha256').update(canonicalJson(content)).digest()

/**
 * Stores a judgment exactly once, however often it is sent, and moves the annotator on.
 * Two round trips: the gate, and one function that locks, decides, stores and leases; a third where something is marked.
 * @throws invalid
 */
export async function submitJudgment(access: AssignmentAccess, { key, content, activeMs }: Submission) {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  if (revealState(access, protocol) === 'after-first') return { status: 'not_revealed' as const }
  const ratings = requireComplete(protocol, access, content)
  await requireMarksInTexts(access.assignmentId, content)
  const [row] = await sql<{ submitted: unknown }>(
    'submit_judgment',
    'SELECT submit_judgment($1, $2, $3, $4, $5, $6, $7, $8, $9) AS submitted',
    [
      access.studyId,
      access.actor.userId,
      access.assignmentId,
      key,
      payloadHash(content),
      access.protocolVersion,
      activeMs,
      JSON.stringify(ratings),
      leaseRules(protocol),
    ],
  )
  announceChange(studyTopic(access.studyId))
  return followSubmission(access, protocol, blindAdvance<'submitted' | 'repeated'>(row?.submitted, protocol))
}

/**
 * Replaces an own judgment by a newer one, within the revision window or because it was returned, which this answers.
 * The earlier one is kept. @throws invalid, conflict
 */
export async function reviseJudgment(access: AssignmentAccess, { key, content, activeMs }: Submission) {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const ratings = requireComplete(protocol, access, content)
  await requireMarksInTexts(access.assignmentId, content)
  const hash = new Uint8Array(payloadHash(content))
  return db.$transaction(async tx => {
    const [place] = await tx.$queryRaw<{ slot_order: string[]; item_id: string }[]>`
      SELECT p.slot_order, p.item_id FROM assignments a JOIN places p ON p.id = a.place_id WHERE a.id = ${access.assignmentId}::uuid FOR UPDATE OF a`
    const earlier = await tx.judgment.findUnique({ where: { idempotencyKey: key } })
    if (earlier) {
      const same = earlier.assignmentId === access.assignmentId && Buffer.from(earlier.payloadHash).equals(hash)
      return { status: same ? ('repeated' as const) : ('key_reused' as const) }
    }
    const [window] = await tx.$queryRaw<
      {
        open: boolean
        returned: boolean
        fixed: boolean
        state: string
        current: string
        revision: number
        sinceMs: number
      }[]
    >`
      SELECT min(j.submitted_at) + make_interval(hours => ${protocol.revisionHours}) > now() AS open, t.state::text AS state,
        (array_agg(j.id ORDER BY j.revision DESC))[1] AS current, max(j.revision) AS revision,
        CEIL(EXTRACT(EPOCH FROM now() - max(j.submitted_at)) * 1000)::float8 AS "sinceMs",
        EXISTS (SELECT 1 FROM judgment_returns r WHERE r.assignment_id = ${access.assignmentId}::uuid
          AND r.answered_at IS NULL AND r.withdrawn_at IS NULL) AS returned,
        closed_for_revision(${access.assignmentId}::uuid) AS fixed
      FROM judgments j JOIN studies t ON t.id = j.study_id WHERE j.assignment_id = ${access.assignmentId}::uuid GROUP BY t.state`
    if (!place || !window) throw new DomainError('conflict', 'There is no submitted judgment to revise.')
    if (window.state === 'CLOSED') return { status: 'closed' as const }
    if (!window.returned && (!window.open || window.fixed)) return { status: 'too_late' as const }
    const first = await findFirstRatings(tx, access.assignmentId)
    const exclusion = await tx.judgment.update({
      where: { id: window.current },
      data: { isCurrent: false },
      select: { excludedAt: true, excludedReason: true, excludedById: true },
    })
    await tx.judgment.create({
      data: {
        id: randomId(),
        studyId: access.studyId,
        itemId: place.item_id,
        assignmentId: access.assignmentId,
        userId: access.actor.userId,
        occasion: access.occasion,
        protocolVersion: access.protocolVersion,
        revision: window.revision + 1,
        // Never more than the time since the judgment that is revised.
        activeMs: Math.min(activeMs, window.sinceMs),
        // What was left out stays out, unless an admin asked for another look.
        ...(!window.returned && exclusion),
        idempotencyKey: key,
        payloadHash: hash,
        ratings: {
          create: ratings.map(rating => ({
            ...rating,
            firstValue: firstValueOf(first, rating),
            responseId: rating.slot > 0 ? place.slot_order[rating.slot - 1] : null,
          })),
        },
      },
    })
    await tx.draft.deleteMany({ where: { assignmentId: access.assignmentId } })
    if (window.returned)
      await tx.$executeRaw`UPDATE judgment_returns SET answered_at = now()
        WHERE assignment_id = ${access.assignmentId}::uuid AND answered_at IS NULL AND withdrawn_at IS NULL`
    return { status: 'submitted' as const }
  })
}
