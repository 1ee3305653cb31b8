import 'server-only'
import type { SpansCriterion } from '../../../criteria/spans/schema'
import { sql } from '../../platform/db'
import type { MarkCount, PenaltyTotals } from '../penalty-table'
import type { AppliedFilter } from './apply-filter'
import { chosenInResponses } from './chosen-in-responses'
import type { RatingView } from './rated-responses'

/** What the marks of a criterion cost each model. */
export async function sumPenalties(applied: AppliedFilter, { id, severities }: SpansCriterion, view: RatingView) {
  // Weights have at most three decimals that count; thousandths keep sums exact.
  const weights = Object.fromEntries(severities.map(severity => [severity.id, Math.round(severity.weight * 1000)]))
  const parameters = [...applied.values, id, JSON.stringify(weights)]
  const [totals, marks] = await Promise.all([
    sql<Omit<PenaltyTotals, 'sum'> & { sum: string }>(
      `sum_penalties_${applied.shape}_${view}`,
      `SELECT c.model_id AS "modelId", c.judgments AS "ratingsPerItem",
         count(*)::int AS items, sum(c.weight)::text AS sum
       FROM (SELECT m.item_id, m.model_id, count(*)::int AS judgments, sum(COALESCE((
           SELECT sum(COALESCE(($4::jsonb->>(x->>'severity'))::bigint, 0)) FROM jsonb_array_elements(m.chosen) x), 0)) AS weight
         FROM (${chosenInResponses('spans', applied, view)}) m GROUP BY 1, 2) c GROUP BY 1, 2`,
      parameters,
    ),
    sql<MarkCount>(
      `count_marks_${applied.shape}_${view}`,
      `SELECT m.model_id AS "modelId", x->>'severity' AS severity, count(*)::int AS marks
       FROM (${chosenInResponses('spans', applied, view)}) m CROSS JOIN LATERAL jsonb_array_elements(m.chosen) x
       WHERE $4::jsonb IS NOT NULL GROUP BY 1, 2`,
      parameters,
    ),
  ])
  return { totals: totals.map(row => ({ ...row, sum: BigInt(row.sum) })), counts: marks }
}
