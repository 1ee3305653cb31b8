import 'server-only'
import type { Rubric } from '../../../criteria/checklist/schema'
import type { Transaction } from '../../platform/db'
import type { ComparedJudgment } from '../disagreement'

/** The judgments of one set of responses of an item, and what decides about who may adjudicate. */
export interface JudgedSet {
  itemId: string
  variant: number
  /** The key that leasing matches. */
  language: string
  categoryId: string | null
  rubric: Rubric | null
  omitted: string[]
  judgedBy: string[]
  judgments: ComparedJudgment[]
  lastAt: Date
}

/**
 * Sets that have at least two first judgments, the newest of which is younger than `since`; the oldest of these first, at
 * most `most`. Excluded judgments do not count.
 */
export const listJudgedSets = (
  tx: Transaction,
  asked: { studyId: string; criterion: string; since: Date; most: number },
): Promise<JudgedSet[]> => tx.$queryRaw<JudgedSet[]>`
  SELECT s.item_id AS "itemId", s.variant, s.last_at AS "lastAt", d.*,
    (SELECT json_build_object('version', r.version, 'points', r.points) FROM rubrics r
     WHERE r.item_id = s.item_id ORDER BY r.version DESC LIMIT 1) AS rubric
  FROM (
    SELECT j.item_id, a.variant, max(j.submitted_at) AS last_at
    FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN items i ON i.id = j.item_id
    WHERE j.study_id = ${asked.studyId}::uuid AND j.is_current AND j.occasion = 'FIRST' AND j.excluded_at IS NULL AND i.purpose = 'STUDY'
      AND j.item_id IN (SELECT n.item_id FROM judgments n
        WHERE n.study_id = ${asked.studyId}::uuid AND n.submitted_at > ${asked.since} AND n.is_current)
    GROUP BY 1, 2 HAVING count(*) > 1 ORDER BY last_at LIMIT ${asked.most}) s
  CROSS JOIN LATERAL (
    SELECT min(p.language) AS language, min(p.category_id::text) AS "categoryId",
      array_agg(DISTINCT j.user_id) AS "judgedBy", (array_agg(to_json(p.omitted)))[1] AS omitted,
      json_agg(json_build_object('slotOrder', p.slot_order, 'ratings', COALESCE((
        SELECT json_agg(json_strip_nulls(json_build_object('criterion', r.criterion, 'slot', r.slot, 'value', COALESCE(r.first_value, r.value), 'choice', r.choice)))
        FROM ratings r WHERE r.judgment_id = j.id AND r.criterion = ${asked.criterion} AND r.cannot_judge IS NULL), '[]'::json))) AS judgments
    FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
    WHERE j.item_id = s.item_id AND a.variant = s.variant AND j.is_current AND j.occasion = 'FIRST' AND j.excluded_at IS NULL) d
  ORDER BY s.last_at`
