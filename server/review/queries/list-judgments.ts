import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { type ReviewQuery, reviewPageSize } from '../schema'

export interface ReviewedJudgment {
  id: string
  itemId: string
  externalId: string
  language: string
  category: string | null
  annotator: string
  occasion: 'FIRST' | 'REPEAT' | 'BRIDGE' | 'ADJUDICATION'
  submittedAt: Date
  revision: number
  excludedAt: Date | null
  /** The newest return of it that was not withdrawn; null: there is none. */
  returned: { id: string; kind: 'REVIEW' | 'RUBRIC'; message: string; points: number; answered: boolean } | null
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

const from = `FROM judgments j JOIN items i ON i.id = j.item_id JOIN users u ON u.id = j.user_id
  LEFT JOIN categories c ON c.id = i.category_id
  LEFT JOIN LATERAL (SELECT * FROM judgment_returns x WHERE x.assignment_id = j.assignment_id AND x.withdrawn_at IS NULL
    ORDER BY x.created_at DESC LIMIT 1) r ON true
  WHERE j.study_id = $1 AND j.is_current AND j.origin = 'LIVE'
    AND CASE $2::text WHEN 'all' THEN true WHEN 'excluded' THEN j.excluded_at IS NOT NULL
      ELSE r.id IS NOT NULL AND ($2 = 'open') = (r.answered_at IS NULL) END
    AND ($3::text IS NULL OR i.external_id ILIKE $3) AND ($4::uuid IS NULL OR j.user_id = $4)`

/** One page of what annotators submitted, newest first. Names no model and says no score. */
export async function listReviewedJudgments(
  study: StudyAccess,
  query: ReviewQuery,
): Promise<{ judgments: ReviewedJudgment[]; count: number }> {
  const values = [
    study.studyId,
    query.filter,
    query.item ? `%${escapeLike(query.item)}%` : null,
    query.annotator ?? null,
  ]
  const [judgments, [counted]] = await Promise.all([
    sql<ReviewedJudgment>(
      'list_reviewed_judgments',
      `SELECT j.id, i.id AS "itemId", i.external_id AS "externalId", i.language, c.name AS category, u.name AS annotator,
         j.occasion, j.submitted_at AS "submittedAt", j.revision, j.excluded_at AS "excludedAt",
         CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'kind', r.kind, 'message', r.message,
           'points', COALESCE(cardinality(r.points), 0), 'answered', r.answered_at IS NOT NULL) END AS returned
       ${from} ORDER BY j.submitted_at DESC, j.id LIMIT ${reviewPageSize} OFFSET $5`,
      [...values, query.page * reviewPageSize],
    ),
    sql<{ count: number }>('count_reviewed_judgments', `SELECT count(*)::int AS count ${from}`, values),
  ])
  return { judgments, count: counted?.count ?? 0 }
}

export interface ReviewCounts {
  open: number
  annotators: { userId: string; name: string }[]
}

/** Open returns, and whose judgments there are. */
export async function getReviewCounts(study: StudyAccess): Promise<ReviewCounts> {
  const [[row], annotators] = await Promise.all([
    sql<{ open: number }>(
      'count_open_returns',
      'SELECT count(*)::int AS open FROM judgment_returns WHERE study_id = $1 AND answered_at IS NULL AND withdrawn_at IS NULL',
      [study.studyId],
    ),
    sql<{ userId: string; name: string }>(
      'review_annotators',
      `SELECT u.id AS "userId", u.name FROM users u WHERE EXISTS (
         SELECT 1 FROM judgments j WHERE j.user_id = u.id AND j.study_id = $1 AND j.origin = 'LIVE') ORDER BY u.name, u.id`,
      [study.studyId],
    ),
  ])
  return { open: row?.open ?? 0, annotators }
}
