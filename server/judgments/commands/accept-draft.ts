import 'server-only'
import { createHash } from 'node:crypto'
import type { Rubric } from '../../../criteria/checklist/schema'
import { canonicalJson } from '../../audit/canonical-json'
import { recordAudit } from '../../audit/commands'
import { revealState } from '../../blinding/reveal-state'
import type { AssignmentAccess, StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomId } from '../../platform/randomness'
import { getProtocol } from '../../studies/queries'
import { findFirstRatings, firstValueOf } from '../queries/find-revealed'
import { requireMarksInTexts } from '../queries/require-marks-in-texts'
import { judgmentContentSchema } from '../schema'
import { storedRatings, validateJudgment } from '../validate-judgment'

/**
 * Turns an annotator's draft that could not be submitted (its place was retaken, or the study was closed) into a
 * judgment beside the others. Audited; the admin never sees which model stood in which slot.
 * @throws not_found, conflict when it is incomplete or was submitted after all, invalid when a mark is not in its text
 */
export async function acceptDraft(study: StudyAccess, assignmentId: string): Promise<{ judgment: string }> {
  const protocol = await getProtocol(study.studyId, study.protocolVersion)
  return db.$transaction(async tx => {
    // The place before its assignment, as in every other write.
    await tx.$queryRaw`SELECT 1 FROM places WHERE id = (SELECT place_id FROM assignments
      WHERE id = ${assignmentId}::uuid AND study_id = ${study.studyId}::uuid) FOR UPDATE`
    const [held] = await tx.$queryRaw<
      {
        item_id: string
        user_id: string
        state: string
        slot_order: string[]
        content: unknown
        active_ms: number
        unblinded: boolean
        rubric: Rubric | null
        omitted: string[]
        occasion: AssignmentAccess['occasion']
        category: string | null
        hasReference: boolean
        isRevealed: boolean
        archived: boolean
      }[]
    >`SELECT a.item_id, a.user_id, a.occasion, p.omitted, a.revealed_at IS NOT NULL AS "isRevealed",
        '' <> ANY (i.references) AS "hasReference", (SELECT c.code FROM categories c WHERE c.id = i.category_id) AS category,
        (SELECT json_build_object('version', r.version, 'points', r.points) FROM rubrics r
         WHERE r.item_id = a.item_id ORDER BY r.version DESC LIMIT 1) AS rubric, a.state::text AS state, p.slot_order, d.content,
        LEAST(d.active_ms, EXTRACT(EPOCH FROM d.saved_at - COALESCE(a.shown_at, a.leased_at)) * 1000)::int AS active_ms,
        t.unblinded_at IS NOT NULL AS unblinded, t.archived_at IS NOT NULL AS archived
      FROM assignments a JOIN places p ON p.id = a.place_id JOIN drafts d ON d.assignment_id = a.id
        JOIN studies t ON t.id = a.study_id JOIN items i ON i.id = a.item_id
      WHERE a.id = ${assignmentId}::uuid AND a.study_id = ${study.studyId}::uuid FOR UPDATE OF a`
    if (!held) throw new DomainError('not_found', 'There is no such draft in this study.')
    if (held.archived) throw new DomainError('conflict', 'The study is archived. Restore it first.')
    if (held.unblinded)
      throw new DomainError('conflict', 'The study has been unblinded: what counts cannot be chosen any more.')
    // Closing a study cancels what was on a screen.
    const stranded = held.state === 'TAKEN' || (study.state === 'CLOSED' && held.state === 'CANCELLED')
    if (!stranded) throw new DomainError('conflict', 'The annotator can still submit this draft, or has done so.')
    const content = judgmentContentSchema.parse(held.content)
    const problems = validateJudgment(
      { ...held, criteria: protocol.criteria, slotCount: held.slot_order.length },
      content,
    )
    if (problems.length > 0)
      throw new DomainError('conflict', 'This draft is not complete: it cannot count as a judgment.', { problems })
    await requireMarksInTexts(assignmentId, content)
    // A draft whose reference was never shown would count as one that was judged in both stages.
    if (revealState(held, protocol) === 'after-first')
      throw new DomainError(
        'conflict',
        'The first scores of this draft were never locked: it cannot count as a judgment.',
      )
    const first = await findFirstRatings(tx, assignmentId)
    const judgment = randomId()
    await tx.judgment.create({
      data: {
        id: judgment,
        studyId: study.studyId,
        itemId: held.item_id,
        assignmentId,
        userId: held.user_id,
        occasion: held.occasion,
        protocolVersion: study.protocolVersion,
        activeMs: held.active_ms,
        idempotencyKey: randomId(),
        payloadHash: new Uint8Array(createHash('sha256').update(canonicalJson(content)).digest()),
        ratings: {
          create: storedRatings(content).map(rating => ({
            ...rating,
            firstValue: firstValueOf(first, rating),
            responseId: rating.slot > 0 ? held.slot_order[rating.slot - 1] : null,
          })),
        },
      },
    })
    await tx.assignment.update({ where: { id: assignmentId }, data: { state: 'SUBMITTED' } })
    // A place that is free needs nobody's judgment now; one that somebody retook stays theirs.
    await tx.$executeRaw`UPDATE places SET state = 'JUDGED'
      WHERE id = (SELECT place_id FROM assignments WHERE id = ${assignmentId}::uuid) AND state = 'FREE'`
    await tx.draft.delete({ where: { assignmentId } })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'draft.accepted',
      studyId: study.studyId,
      // Whether results were still withheld from whoever decided.
      detail: { assignment: assignmentId, judgment, sealed: study.sealed },
    })
    return { judgment }
  })
}
