import 'server-only'
import type { Rubric } from '../../../criteria/checklist/schema'
import type { Criterion } from '../../../criteria/schema'
import { enteredRating, type StoredRating } from '../../judgments/entered-rating'
import type { Transaction } from '../../platform/db'
import { outdatedPoints } from '../outdated-points'

export interface OutdatedJudgment {
  judgmentId: string
  assignmentId: string
  userId: string
  annotator: string
  /** Ids of the points that are to be judged again. */
  points: string[]
  /** The return of it that is open already; null: none is. */
  returnId: string | null
}

/**
 * The judgments of an item that lack points of a rubric and count for something: hidden repeats and recorded ones are
 * left as they are, for the former would be noticed and the latter have nobody to ask.
 */
export async function listOutdatedJudgments(
  tx: Pick<Transaction, '$queryRaw'>,
  itemId: string,
  criteria: readonly Criterion[],
  rubric: Rubric,
): Promise<OutdatedJudgment[]> {
  const rows = await tx.$queryRaw<
    (Omit<OutdatedJudgment, 'points'> & { slotCount: number; omitted: string[]; ratings: StoredRating[] })[]
  >`
    SELECT j.id AS "judgmentId", j.assignment_id AS "assignmentId", j.user_id AS "userId", u.name AS annotator,
      cardinality(p.slot_order) AS "slotCount", p.omitted, r.id AS "returnId",
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('criterion', g.criterion, 'slot', g.slot, 'value', g.value, 'text', g.text,
         'choice', g.choice, 'cannotJudge', g.cannot_judge)), '[]') FROM ratings g WHERE g.judgment_id = j.id) AS ratings
    FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id JOIN users u ON u.id = j.user_id
      LEFT JOIN judgment_returns r ON r.assignment_id = a.id AND r.answered_at IS NULL AND r.withdrawn_at IS NULL
    WHERE j.item_id = ${itemId}::uuid AND j.is_current AND j.origin = 'LIVE' AND j.occasion <> 'REPEAT' AND j.excluded_at IS NULL
    ORDER BY u.name, j.id`
  return rows.flatMap(({ slotCount, omitted, ratings, ...row }) => {
    const points = outdatedPoints(criteria, rubric, { slotCount, omitted, ratings: ratings.map(enteredRating) })
    return points.length > 0 ? [{ ...row, points }] : []
  })
}
