import 'server-only'
import type { SpansCriterion } from '../../../criteria/spans/schema'
import { sql } from '../../platform/db'
import type { CountedJudgments } from '../filter'
import type { MarkCount, PenaltyTotals } from '../penalty-table'
import { chosenInResponses } from './chosen-in-responses'
import type { RatingView } from './rated-responses'

/** What the marks of a criterion cost each model. */
export async function sumPenalties(
  studyId: string,
  { id, severities }: SpansCriterion,
  judgments: CountedJudgments,
  view: RatingView,
) {
  // Weights have at most three decimals that count; thousandths keep sums exact.
  const weights = Object.fromEntries(severities.map(severity => [severity.id, Math.round(severity.weight * 1000)]))
  const parameters = [studyId, id, JSON.stringify(weights)]
  const [totals, marks] = await Promise.all([
    sql<Omit<PenaltyTotals, 'sum'> & { sum: string }>(
      `sum_penalties_${judgments}_${view}`,
      `SELECT language_key(i.source_language, i.language) AS language, c.model_id AS "modelId", c.judgments AS "ratingsPerItem",
         count(*)::int AS items, sum(c.weight)::text AS sum
       FROM (SELECT m.item_id, m.model_id, count(*)::int AS judgments, sum(COALESCE((
           SELECT sum(COALESCE(($3::jsonb->>(x->>'severity'))::bigint, 0)) FROM jsonb_array_elements(m.chosen) x), 0)) AS weight
         FROM (${chosenInResponses('spans', judgments, view)}) m GROUP BY 1, 2) c JOIN items i ON i.id = c.item_id GROUP BY 1, 2, 3`,
      parameters,
    ),
    sql<MarkCount>(
      `count_marks_${judgments}_${view}`,
      `SELECT language_key(i.source_language, i.language) AS language, m.model_id AS "modelId", x->>'severity' AS severity, count(*)::int AS marks
       FROM (${chosenInResponses('spans', judgments, view)}) m CROSS JOIN LATERAL jsonb_array_elements(m.chosen) x JOIN items i ON i.id = m.item_id
       WHERE $3::jsonb IS NOT NULL GROUP BY 1, 2, 3`,
      parameters,
    ),
  ])
  return { totals: totals.map(row => ({ ...row, sum: BigInt(row.sum) })), counts: marks }
}
