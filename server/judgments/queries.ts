import 'server-only'
import type { Rubric } from '../../criteria/checklist/schema'
import { revealState } from '../blinding/reveal-state'
import type { AssignmentAccess, StudyAccess } from '../people/access'
import type { Actor } from '../people/schema'
import { db, sql } from '../platform/db'
import { getProtocol } from '../studies/queries'
import type { Protocol } from '../studies/schema'
import { enteredRating } from './entered-rating'
import { type JudgmentContent, judgmentContentSchema, type StatementInput } from './schema'
import { validateJudgment } from './validate-judgment'

const pageSize = 50
const mostReturned = 200
const hourMs = 3_600_000

/** The draft of an own assignment, also of one that is not theirs any more: it stays readable. */
export async function getOwnDraft(access: AssignmentAccess) {
  const draft = await db.draft.findUnique({ where: { assignmentId: access.assignmentId } })
  if (!draft) return null
  return { content: judgmentContentSchema.parse(draft.content), revision: draft.revision, activeMs: draft.activeMs }
}

/** Until when a judgment may be revised, or null when it may not any more. The window starts at the first submission. */
function revisableUntil(firstSubmittedAt: Date, revisionHours: number, closed: boolean, at: Date): string | null {
  const until = new Date(firstSubmittedAt.getTime() + revisionHours * hourMs)
  return !closed && until > at ? until.toISOString() : null
}

/** Why an own judgment was given back, and is to be looked at again; null: it was not, or has been. Never says by whom. */
export async function findOwnReturn(access: AssignmentAccess) {
  return db.judgmentReturn.findFirst({
    where: { assignmentId: access.assignmentId, answeredAt: null, withdrawnAt: null },
    select: { kind: true, message: true, points: true },
  })
}

/** A person's judgments that were given back and are not answered, the oldest first. */
export async function listReturned(actor: Actor) {
  const judgments = await sql<{
    assignment: string
    study: string
    studyName: string
    language: string
    promptStart: string | null
    kind: 'REVIEW' | 'RUBRIC'
    message: string
    points: number
  }>(
    'list_returned',
    `SELECT r.assignment_id AS assignment, t.slug AS study, t.name AS "studyName", i.language, r.kind, r.message,
       COALESCE(cardinality(r.points), 0) AS points, left(i.messages->(jsonb_array_length(i.messages) - 1)->>'text', 160) AS "promptStart"
     FROM judgment_returns r JOIN judgments j ON j.id = r.judgment_id JOIN studies t ON t.id = r.study_id JOIN items i ON i.id = j.item_id
     WHERE r.user_id = $1 AND r.answered_at IS NULL AND r.withdrawn_at IS NULL AND t.state IN ('OPEN', 'PAUSED') AND t.archived_at IS NULL
     ORDER BY r.created_at LIMIT ${mostReturned}`,
    [actor.userId],
  )
  return { judgments: judgments.map(row => ({ ...row, promptStart: row.promptStart ?? '' })) }
}

/** What a person submitted for an own assignment, in the form in which it was entered. */
export async function getOwnJudgment(access: AssignmentAccess, protocol: Protocol) {
  const judgments = await db.judgment.findMany({
    where: { assignmentId: access.assignmentId, userId: access.actor.userId },
    orderBy: { revision: 'asc' },
    include: { ratings: { orderBy: [{ slot: 'asc' }, { criterion: 'asc' }] } },
  })
  const first = judgments[0]
  const current = judgments.find(judgment => judgment.isCurrent)
  if (!first || !current) return null
  const content: JudgmentContent = {
    ratings: current.ratings.map(enteredRating),
  }
  const { now, fixed } = await revisionState(access.assignmentId)
  return {
    content,
    submittedAt: current.submittedAt.toISOString(),
    revision: current.revision,
    revisableUntil: revisableUntil(
      first.submittedAt,
      protocol.revisionHours,
      fixed || access.studyState === 'CLOSED',
      now,
    ),
  }
}

async function revisionState(assignmentId: string): Promise<{ now: Date; fixed: boolean }> {
  const [row] = await sql<{ now: Date; fixed: boolean }>(
    'revision_state',
    'SELECT now() AS now, closed_for_revision($1) AS fixed',
    [assignmentId],
  )
  return row ?? { now: new Date(0), fixed: true }
}

/** A person's own judgments, newest first. `cursor` is the submittedAt of the last one seen. */
export async function listOwnJudgments(actor: Actor, { study, cursor }: { study?: string; cursor?: string }) {
  const rows = await sql<{
    assignment: string
    study: string
    study_name: string
    language: string
    category: string | null
    prompt_start: string | null
    submitted_at: Date
    revision: number
    revisable_until: Date | null
  }>(
    'list_own_judgments',
    `SELECT j.assignment_id AS assignment, t.slug AS study, t.name AS study_name, i.language, c.name AS category,
       left(i.messages->(jsonb_array_length(i.messages) - 1)->>'text', 160) AS prompt_start, j.submitted_at, j.revision,
       CASE WHEN t.state <> 'CLOSED' AND f.first_at + make_interval(hours => (p.definition->>'revisionHours')::int) > now()
           AND NOT closed_for_revision(j.assignment_id)
         THEN f.first_at + make_interval(hours => (p.definition->>'revisionHours')::int) END AS revisable_until
     FROM judgments j JOIN studies t ON t.id = j.study_id JOIN items i ON i.id = j.item_id
       JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
       LEFT JOIN categories c ON c.id = i.category_id
       CROSS JOIN LATERAL (SELECT min(e.submitted_at) AS first_at FROM judgments e WHERE e.assignment_id = j.assignment_id) f
     WHERE j.user_id = $1 AND j.is_current AND j.origin = 'LIVE' AND ($2::text IS NULL OR t.slug = $2)
       AND ($3::timestamptz IS NULL OR j.submitted_at < $3)
     ORDER BY j.submitted_at DESC LIMIT ${pageSize + 1}`,
    [actor.userId, study ?? null, cursor ?? null],
  )
  const page = rows.slice(0, pageSize)
  return {
    judgments: page.map(row => ({
      assignment: row.assignment,
      study: row.study,
      studyName: row.study_name,
      language: row.language,
      category: row.category,
      promptStart: row.prompt_start ?? '',
      submittedAt: row.submitted_at.toISOString(),
      revision: row.revision,
      revisableUntil: row.revisable_until?.toISOString() ?? null,
    })),
    nextCursor: rows.length > pageSize ? (page.at(-1)?.submitted_at.toISOString() ?? null) : null,
  }
}

/** What one person did per day (of their time zone) and study: judged, skipped, active time. Days without work are left out. */
export async function getStatement(userId: string, { from, to, timeZone }: StatementInput) {
  const days = await sql<{
    date: string
    study: string
    study_name: string
    judged: number
    skipped: number
    active_ms: string
  }>(
    'get_statement',
    `SELECT to_char(d.day, 'YYYY-MM-DD') AS date, t.slug AS study, t.name AS study_name,
       sum(d.judged)::int AS judged, sum(d.skipped)::int AS skipped, sum(d.active_ms)::bigint AS active_ms
     FROM (
       SELECT study_id, (submitted_at AT TIME ZONE $4)::date AS day, (revision = 1)::int AS judged, 0 AS skipped, active_ms
       FROM judgments WHERE user_id = $1 AND origin = 'LIVE'
       UNION ALL
       SELECT a.study_id, (a.ended_at AT TIME ZONE $4)::date, 0, 1, COALESCE(f.active_ms, 0)
       FROM assignments a LEFT JOIN drafts f ON f.assignment_id = a.id WHERE a.user_id = $1 AND a.state = 'SKIPPED') d
     JOIN studies t ON t.id = d.study_id
     WHERE d.day BETWEEN $2::date AND $3::date
     GROUP BY d.day, t.id ORDER BY d.day, t.name`,
    [userId, from, to, timeZone],
  )
  return {
    days: days.map(day => ({
      date: day.date,
      study: day.study,
      studyName: day.study_name,
      judged: day.judged,
      skipped: day.skipped,
      activeMs: Number(day.active_ms),
    })),
  }
}

/**
 * Drafts that their annotators cannot submit any more: the place was retaken, or the study is closed. Newest first, at
 * most 200. Ratings are left out, so that nobody who decides about a draft sees what it says.
 */
export async function listStrandedDrafts(study: StudyAccess) {
  const protocol = await getProtocol(study.studyId, study.protocolVersion)
  const rows = await sql<{
    assignment: string
    itemId: string
    item: string
    language: string
    annotator: string
    state: string
    saved_at: Date
    content: unknown
    slots: number
    rubric: Rubric | null
    omitted: string[]
    category: string | null
    hasReference: boolean
    isRevealed: boolean
    occasion: AssignmentAccess['occasion']
  }>(
    'list_stranded_drafts',
    `SELECT a.id AS assignment, i.id AS "itemId", i.external_id AS item, i.language, u.name AS annotator, a.state, d.saved_at, d.content,
       cardinality(p.slot_order) AS slots, p.omitted, a.occasion, a.revealed_at IS NOT NULL AS "isRevealed",
       '' <> ANY (i.references) AS "hasReference", (SELECT c.code FROM categories c WHERE c.id = i.category_id) AS category,
       (SELECT json_build_object('version', r.version, 'points', r.points) FROM rubrics r
        WHERE r.item_id = i.id ORDER BY r.version DESC LIMIT 1) AS rubric
     FROM drafts d JOIN assignments a ON a.id = d.assignment_id JOIN items i ON i.id = a.item_id
       JOIN users u ON u.id = a.user_id JOIN places p ON p.id = a.place_id
     WHERE a.study_id = $1 AND (a.state = 'TAKEN' OR ($2 AND a.state = 'CANCELLED'))
     ORDER BY d.saved_at DESC LIMIT 200`,
    [study.studyId, study.state === 'CLOSED'],
  )
  return rows.map(({ content, slots: slotCount, rubric, omitted, saved_at, state, ...row }) => ({
    assignment: row.assignment,
    itemId: row.itemId,
    item: row.item,
    language: row.language,
    annotator: row.annotator,
    why: state === 'TAKEN' ? ('retaken' as const) : ('closed' as const),
    savedAt: saved_at,
    complete:
      revealState(row, protocol) !== 'after-first' &&
      validateJudgment(
        { criteria: protocol.criteria, slotCount, rubric, omitted },
        judgmentContentSchema.parse(content),
      ).length === 0,
  }))
}
export type StrandedDraft = Awaited<ReturnType<typeof listStrandedDrafts>>[number]
