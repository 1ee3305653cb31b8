import 'server-only'
import { getBlindedAssignment } from '../../blinding/queries'
import { findOwnReturn, getOwnDraft, getOwnJudgment } from '../../judgments/queries'
import { findRevealed } from '../../judgments/queries/find-revealed'
import type { AssignmentAccess } from '../../people/access'
import type { Actor } from '../../people/schema'
import { db, sql } from '../../platform/db'
import { recallFeedback } from '../../quality/queries/recall-feedback'
import { getProtocol } from '../../studies/queries'
import type { StudyState } from '../../studies/schema'

// Items are counted over this many places, so that the list is quick however large a study is.
const mostCounted = 4000

/** The studies of a person, with what they have done and how much is left for them. */
export async function listOwnStudies(actor: Actor) {
  const studies = await sql<{
    study: string
    name: string
    state: StudyState
    judged: number
    /** Of these, what the quota is compared with. */
    counted: number
    quota: number | null
    languages: string[]
    remaining: number
  }>(
    'list_own_studies',
    // What checks a person silently looks like any other work: it counts as judged, as left, and on top of the quota.
    // In training only the training is counted.
    `SELECT t.slug AS study, t.name, t.state, m.languages,
       CASE WHEN m.qualification <> 'PENDING' THEN COALESCE(m.quota, (p.definition->>'quotaPerAnnotator')::int)
         + (SELECT count(*)::int FROM places f JOIN items i ON i.id = f.item_id WHERE f.for_user_id = $1 AND f.study_id = t.id
            AND f.due_after >= 0 AND (i.purpose <> 'STUDY' OR f.state = 'JUDGED')) END AS quota,
       (SELECT count(*)::int FROM assignments a WHERE a.user_id = $1 AND a.study_id = t.id AND a.state = 'SUBMITTED') AS judged,
       (SELECT count(*)::int FROM assignments a JOIN places f ON f.id = a.place_id
        WHERE a.user_id = $1 AND a.study_id = t.id AND a.state = 'SUBMITTED' AND f.due_after >= 0) AS counted,
       CASE WHEN t.state = 'OPEN' AND m.halted_at IS NULL AND m.qualification <> 'FAILED' THEN (SELECT count(DISTINCT (c.item_id, c.occasion, c.variant))::int FROM (
         SELECT f.item_id, f.occasion, f.variant FROM places f WHERE f.study_id = t.id AND f.language = ANY (m.languages)
           AND (f.for_user_id IS NULL OR f.for_user_id = $1) AND f.occasion <> 'REPEAT'
           AND (f.due_after < 0) = (m.qualification = 'PENDING')
           AND (p.definition->>'expertise' <> 'require' OR f.category_id = ANY (m.expertise_ids))
           AND (f.state = 'FREE' OR f.state = 'HELD' AND (f.takeover_at < now() OR f.ahead
             OR EXISTS (SELECT 1 FROM assignments h WHERE h.id = f.holder_id AND h.user_id = $1)))
           AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = $1 AND a.item_id = f.item_id AND a.occasion = f.occasion
             AND a.variant = f.variant AND a.state IN ('SUBMITTED', 'SKIPPED', 'TAKEN')) LIMIT ${mostCounted}) c) ELSE 0 END AS remaining
     FROM study_annotators m JOIN studies t ON t.id = m.study_id
       JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
     WHERE m.user_id = $1 AND m.removed_at IS NULL AND t.state <> 'DRAFT' AND t.archived_at IS NULL
     ORDER BY t.state = 'CLOSED', t.opened_at DESC NULLS LAST, t.name`,
    [actor.userId],
  )
  return {
    studies: studies.map(({ counted, ...study }) => {
      const left =
        study.quota === null ? study.remaining : Math.max(0, Math.min(study.remaining, study.quota - counted))
      return { ...study, remaining: left, hasWork: left > 0 }
    }),
  }
}

/** All that the page of one assignment shows. */
export async function getOwnAssignment(access: AssignmentAccess) {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const [content, study, draft, judgment, revealed, returned, flags, progress, feedback] = await Promise.all([
    getBlindedAssignment(access, protocol),
    db.study.findUniqueOrThrow({ where: { id: access.studyId }, select: { slug: true, name: true, state: true } }),
    getOwnDraft(access),
    getOwnJudgment(access, protocol),
    findRevealed(access),
    findOwnReturn(access),
    db.itemFlag.findMany({ where: { assignmentId: access.assignmentId, resolvedAt: null }, select: { kind: true } }),
    countOwnJudgments(access),
    access.assignmentState === 'SUBMITTED' ? recallFeedback(access) : null,
  ])
  return {
    state: access.assignmentState,
    study: {
      study: study.slug,
      name: study.name,
      state: study.state,
      guidelines: protocol.guidelines,
      guidelinesByLanguage: protocol.guidelinesByLanguage,
    },
    criteria: protocol.criteria,
    content,
    // Whoever locked before a draft was saved goes on from what was locked.
    draft: draft ?? (revealed && !judgment ? { content: revealed.first, revision: 0, activeMs: 0 } : null),
    judgment,
    revealed,
    returned,
    feedback,
    flags: flags.map(flag => flag.kind),
    progress,
  }
}

async function countOwnJudgments(access: AssignmentAccess) {
  const [row] = await sql<{ judged: number; today: number }>(
    'count_own_judgments',
    `SELECT count(*)::int AS judged, count(*) FILTER (WHERE ended_at >= date_trunc('day', now()))::int AS today
     FROM assignments WHERE user_id = $1 AND study_id = $2 AND state = 'SUBMITTED'`,
    [access.actor.userId, access.studyId],
  )
  return { judged: row?.judged ?? 0, judgedToday: row?.today ?? 0 }
}
