import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { batchJudgments } from './batch-judgments'

export type BatchState = 'OPEN' | 'ACCEPTED' | 'REJECTED'

export interface BatchSummary {
  userId: string
  annotator: string
  /** YYYY-MM-DD, UTC. */
  day: string
  judgments: number
  excluded: number
  state: BatchState
  /** The day is over, or the study: nothing is added any more. */
  isComplete: boolean
  reason: string
  decidedBy: string | null
  decidedAt: Date | null
}

/** All batches of a study, those that wait for a decision first, the newest day first. */
export const listBatches = (study: StudyAccess): Promise<BatchSummary[]> =>
  sql(
    'list_batches',
    `SELECT g.user_id AS "userId", u.name AS annotator, to_char(g.day, 'YYYY-MM-DD') AS day, g.judgments, g.excluded,
       COALESCE(b.state::text, 'OPEN') AS state, g.day < (now() AT TIME ZONE 'UTC')::date OR $2 AS "isComplete",
       COALESCE(b.reason, '') AS reason, d.name AS "decidedBy", b.decided_at AS "decidedAt"
     FROM (SELECT user_id, day, count(*)::int AS judgments, count(*) FILTER (WHERE excluded)::int AS excluded
         FROM (${batchJudgments}) j GROUP BY 1, 2) g
       JOIN users u ON u.id = g.user_id LEFT JOIN batches b ON b.study_id = $1 AND b.user_id = g.user_id AND b.day = g.day
       LEFT JOIN users d ON d.id = b.decided_by_id
     ORDER BY COALESCE(b.state::text, 'OPEN') <> 'OPEN', g.day DESC, u.name`,
    [study.studyId, study.state === 'CLOSED'],
  )
