import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'

/** People that the rule on gold items, or a training, has stopped, and that an admin may want to know of. */
export interface NoticedAnnotator {
  userId: string
  name: string
  what: 'halted' | 'flagged' | 'not-qualified'
}

export const listNoticedAnnotators = (study: StudyAccess): Promise<NoticedAnnotator[]> =>
  sql<NoticedAnnotator>(
    'noticed_annotators',
    `SELECT u.id AS "userId", u.name,
       CASE WHEN m.halted_at IS NOT NULL THEN 'halted' WHEN m.flagged_at IS NOT NULL THEN 'flagged' ELSE 'not-qualified' END AS what
     FROM study_annotators m JOIN users u ON u.id = m.user_id
     WHERE m.study_id = $1 AND m.removed_at IS NULL
       AND (m.halted_at IS NOT NULL OR m.flagged_at IS NOT NULL OR m.qualification = 'FAILED')
     ORDER BY 3, u.name LIMIT 100`,
    [study.studyId],
  )

/** One judgment of somebody that was noticed. Says nothing of models and values. */
export interface NoticedJudgment {
  id: string
  item: string
  itemId: string
  language: string
  purpose: 'STUDY' | 'GOLD' | 'ATTENTION' | 'CALIBRATION' | 'QUALIFICATION'
  submittedAt: Date
  activeMs: number
  expectedMs: number
  tooFast: boolean
  straightLined: boolean
  passed: boolean | null
  /** How many known answers were missed. */
  missed: number
}

/** The newest first, at most 200. */
export const listNoticedJudgments = (study: StudyAccess, userId: string): Promise<NoticedJudgment[]> =>
  sql<NoticedJudgment>(
    'noticed_judgments',
    `SELECT j.id, i.external_id AS item, i.id AS "itemId", i.language, i.purpose::text AS purpose, j.submitted_at AS "submittedAt",
       j.active_ms AS "activeMs", c.expected_ms AS "expectedMs", c.too_fast AS "tooFast", c.straight_lined AS "straightLined",
       c.passed, cardinality(c.missed) AS missed
     FROM judgment_checks c JOIN judgments j ON j.id = c.judgment_id AND j.is_current JOIN items i ON i.id = j.item_id
     WHERE c.study_id = $1 AND c.user_id = $2 AND (c.too_fast OR c.straight_lined OR NOT c.passed)
     ORDER BY j.submitted_at DESC LIMIT 200`,
    [study.studyId, userId],
  )
