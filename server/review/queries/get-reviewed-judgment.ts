import 'server-only'
import { getJudgedContent } from '../../blinding/queries'
import type { BlindedAssignmentData } from '../../blinding/schema'
import { enteredRating, type StoredRating } from '../../judgments/entered-rating'
import type { JudgmentContent } from '../../judgments/schema'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import type { Protocol } from '../../studies/schema'

export interface JudgmentReturnView {
  id: string
  kind: 'REVIEW' | 'RUBRIC'
  message: string
  points: string[]
  by: string | null
  createdAt: Date
  answeredAt: Date | null
  withdrawnAt: Date | null
}

export interface JudgmentRevision {
  revision: number
  submittedAt: Date
  /** Idle time removed. */
  activeMs: number
  content: JudgmentContent
}

export interface ReviewedJudgmentView {
  id: string
  itemId: string
  externalId: string
  annotator: string
  isCurrent: boolean
  excludedAt: Date | null
  excludedReason: string | null
  protocol: Protocol
  /** What the annotator had before them, with the rubric that this revision was judged by. */
  content: BlindedAssignmentData
  /** The newest first. */
  revisions: JudgmentRevision[]
  returns: JudgmentReturnView[]
}

interface Row {
  id: string
  assignmentId: string
  itemId: string
  externalId: string
  annotator: string
  isCurrent: boolean
  excludedAt: Date | null
  excludedReason: string | null
  protocolVersion: number
}

/** A judgment as it was made, by slots: nothing says which model stood where. Null: there is none in this study. */
export async function findReviewedJudgment(study: StudyAccess, judgment: string): Promise<ReviewedJudgmentView | null> {
  const [row] = await sql<Row>(
    'find_reviewed_judgment',
    `SELECT j.id, j.assignment_id AS "assignmentId", i.id AS "itemId", i.external_id AS "externalId", u.name AS annotator,
       j.is_current AS "isCurrent", j.excluded_at AS "excludedAt", j.excluded_reason AS "excludedReason", j.protocol_version AS "protocolVersion"
     FROM judgments j JOIN items i ON i.id = j.item_id JOIN users u ON u.id = j.user_id
     WHERE j.id = $1 AND j.study_id = $2 AND j.origin = 'LIVE' AND j.assignment_id IS NOT NULL`,
    [judgment, study.studyId],
  )
  if (!row) return null
  const { assignmentId, protocolVersion, ...facts } = row
  const protocol = await getProtocol(study.studyId, protocolVersion)
  const [revisions, returns] = await Promise.all([listRevisions(assignmentId), listReturns(assignmentId)])
  const choices = revisions[0]?.content.ratings.flatMap(({ choice }) =>
    choice?.kind === 'checklist' ? choice.rubric : [],
  )
  const content = await getJudgedContent(study, assignmentId, protocol, Math.max(0, ...(choices ?? [])))
  return { ...facts, protocol, content, revisions, returns }
}

async function listRevisions(assignmentId: string): Promise<JudgmentRevision[]> {
  const rows = await sql<Omit<JudgmentRevision, 'content'> & { ratings: StoredRating[] }>(
    'review_revisions',
    `SELECT j.revision, j.submitted_at AS "submittedAt", j.active_ms AS "activeMs",
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('criterion', r.criterion, 'slot', r.slot, 'value', r.value,
          'text', r.text, 'choice', r.choice, 'cannotJudge', r.cannot_judge) ORDER BY r.slot, r.criterion), '[]')
        FROM ratings r WHERE r.judgment_id = j.id) AS ratings
     FROM judgments j WHERE j.assignment_id = $1 ORDER BY j.revision DESC`,
    [assignmentId],
  )
  return rows.map(({ ratings, ...revision }) => ({
    ...revision,
    content: { ratings: ratings.map(enteredRating) },
  }))
}

const listReturns = (assignmentId: string) =>
  sql<JudgmentReturnView>(
    'review_returns',
    `SELECT r.id, r.kind, r.message, COALESCE(r.points, '{}') AS points, u.name AS by, r.created_at AS "createdAt", r.answered_at AS "answeredAt",
       r.withdrawn_at AS "withdrawnAt"
     FROM judgment_returns r LEFT JOIN users u ON u.id = r.created_by_id WHERE r.assignment_id = $1 ORDER BY r.created_at DESC`,
    [assignmentId],
  )
