import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { DisagreementState } from '../schema'

export interface DisagreementRow {
  id: string
  itemId: string
  externalId: string
  language: string
  category: string | null
  /** 0: the item's only set of responses; else the number of the pair. */
  variant: number
  difference: number
  judgments: number
  foundAt: Date
  state: DisagreementState
  adjudicator: string | null
  decidedAt: Date | null
  dismissedReason: string | null
}

/** The largest differences first; at most 500 of a state. Says nothing of models, nor of which response is which. */
export const listDisagreements = (study: StudyAccess, state: DisagreementState): Promise<DisagreementRow[]> =>
  sql<DisagreementRow>(
    'list_disagreements',
    `SELECT * FROM (
       SELECT d.id, d.item_id AS "itemId", i.external_id AS "externalId", i.language, c.name AS category, d.variant, d.difference,
         d.found_at AS "foundAt", u.name AS adjudicator, d.dismissed_reason AS "dismissedReason",
         (SELECT count(*)::int FROM judgments j JOIN assignments a ON a.id = j.assignment_id WHERE j.item_id = d.item_id
            AND a.variant = d.variant AND j.is_current AND j.occasion = 'FIRST' AND j.excluded_at IS NULL) AS judgments,
         (SELECT max(j.submitted_at) FROM judgments j JOIN assignments a ON a.id = j.assignment_id WHERE a.place_id = d.place_id) AS "decidedAt",
         CASE WHEN d.dismissed_at IS NOT NULL THEN 'dismissed' WHEN d.place_id IS NULL THEN 'waiting'
           WHEN p.state = 'JUDGED' THEN 'decided' ELSE 'assigned' END AS state
       FROM disagreements d JOIN items i ON i.id = d.item_id LEFT JOIN categories c ON c.id = i.category_id
         LEFT JOIN places p ON p.id = d.place_id LEFT JOIN users u ON u.id = d.adjudicator_id
       WHERE d.study_id = $1) q
     WHERE q.state = $2 ORDER BY q.difference DESC, q."foundAt" LIMIT 500`,
    [study.studyId, state],
  )

/** How many there are of each state. */
export async function countDisagreements(study: StudyAccess): Promise<Record<DisagreementState, number>> {
  const [row] = await sql<Record<DisagreementState, number>>(
    'count_disagreements',
    `SELECT count(*) FILTER (WHERE d.dismissed_at IS NOT NULL)::int AS dismissed,
       count(*) FILTER (WHERE d.dismissed_at IS NULL AND d.place_id IS NULL)::int AS waiting,
       count(*) FILTER (WHERE d.dismissed_at IS NULL AND p.state = 'JUDGED')::int AS decided,
       count(*) FILTER (WHERE d.dismissed_at IS NULL AND p.state <> 'JUDGED')::int AS assigned
     FROM disagreements d LEFT JOIN places p ON p.id = d.place_id WHERE d.study_id = $1`,
    [study.studyId],
  )
  return row ?? { waiting: 0, assigned: 0, decided: 0, dismissed: 0 }
}

export interface AdjudicatorRow {
  userId: string
  name: string
  open: number
  decided: number
}

/** Who decides disagreements of a study, and how much each has to. */
export const listAdjudicators = (study: StudyAccess): Promise<AdjudicatorRow[]> =>
  sql<AdjudicatorRow>(
    'list_adjudicators',
    `SELECT m.user_id AS "userId", u.name, count(p.id) FILTER (WHERE p.state <> 'JUDGED')::int AS open,
       count(p.id) FILTER (WHERE p.state = 'JUDGED')::int AS decided
     FROM study_annotators m JOIN users u ON u.id = m.user_id
       LEFT JOIN disagreements d ON d.adjudicator_id = m.user_id AND d.study_id = m.study_id
       LEFT JOIN places p ON p.id = d.place_id
     WHERE m.study_id = $1 AND m.is_adjudicator AND m.removed_at IS NULL GROUP BY 1, 2 ORDER BY 2`,
    [study.studyId],
  )
