import 'server-only'
import type { Criterion } from '../../../criteria/schema'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { Protocol } from '../../studies/schema'
import type { RepeatedValue } from '../intra-rater'
import { type RepeatedRating, repeatedPairs } from '../repeated-pairs'

/** The criterion that hidden repeats are compared by: the first scale, else one with ranks or sides, points, or labels. */
export const repeatedCriterion = ({ criteria }: Pick<Protocol, 'criteria'>): Criterion | null =>
  criteria.find(one => one.kind === 'scale') ??
  criteria.find(one => one.kind === 'ranking' || one.kind === 'preference') ??
  criteria.find(one => one.kind === 'checklist') ??
  criteria.find(one => one.kind === 'choice') ??
  null

/** What each person gave the same response the first time and when its item came again. Names no model. */
export async function listRepeatedValues(
  study: StudyAccess,
  criterion: Criterion,
): Promise<Map<string, RepeatedValue[]>> {
  const rows = await sql<RepeatedRating & { userId: string }>(
    'repeated_values',
    `SELECT j.user_id AS "userId", COALESCE(r.first_value, r.value) AS first, COALESCE(s.first_value, s.value) AS again,
       r.choice AS "firstChoice", s.choice AS "againChoice", p.slot_order[1] <> q.slot_order[1] AS swapped
     FROM judgments k JOIN assignments b ON b.id = k.assignment_id JOIN places q ON q.id = b.place_id
       JOIN assignments a ON a.user_id = b.user_id AND a.item_id = b.item_id AND a.variant = b.variant AND a.occasion = 'FIRST'
       JOIN judgments j ON j.assignment_id = a.id AND j.is_current JOIN places p ON p.id = a.place_id
       JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $2
       JOIN ratings s ON s.judgment_id = k.id AND s.criterion = $2 AND s.response_id IS NOT DISTINCT FROM r.response_id
     WHERE k.study_id = $1 AND k.occasion = 'REPEAT' AND k.is_current`,
    [study.studyId, criterion.id],
  )
  const own = new Map<string, RepeatedRating[]>()
  for (const { userId, ...row } of rows) own.set(userId, [...(own.get(userId) ?? []), row])
  return new Map([...own].map(([userId, ratings]) => [userId, repeatedPairs(ratings, criterion)]))
}
