import 'server-only'
import type { SpansCriterion } from '../../../criteria/spans/schema'
import { sql } from '../../platform/db'
import type { MarkCount, PenaltyTotals } from '../penalty-table'
import type { CountedJudgments } from '../schema'
import { counted } from './counted'
import { isNoAnchor, type RatingView } from './rated-responses'

const spansIn = {
  // What was marked before the rest was shown, where it was shown later; of an adjudicator what they decided.
  headline: `CASE WHEN f.assignment_id IS NULL OR b.occasion = 'ADJUDICATION' THEN r.choice->'spans' ELSE (SELECT e.choice->'spans'
      FROM jsonb_to_recordset(f.ratings) e(criterion text, slot int, choice jsonb) WHERE e.criterion = $2 AND e.slot = b.slot) END`,
  final: "r.choice->'spans'",
}

/**
 * The marks of each judged response. $1 study, $2 criterion, $3 {severity: weight}. A live judgment judges all slots of
 * its place that it does not pass over; a recorded one the responses that it has a rating of.
 */
const markedResponses = (judgments: CountedJudgments, view: RatingView) => `
  SELECT o.item_id, s.model_id, COALESCE(${spansIn[view]}, '[]') AS spans FROM (
    SELECT j.id, j.origin, j.occasion, j.assignment_id, j.item_id, u.slot::int AS slot, u.response_id
    FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
      CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY u(response_id, slot)
      CROSS JOIN LATERAL (SELECT u.response_id) r
    WHERE j.study_id = $1 AND j.origin = 'LIVE' AND ${counted[judgments]} AND $2 <> ALL (p.omitted) AND ${isNoAnchor}
    UNION ALL
    SELECT DISTINCT j.id, j.origin, j.occasion, NULL::uuid, j.item_id, r.slot::int, r.response_id
    FROM judgments j JOIN ratings r ON r.judgment_id = j.id
    WHERE j.study_id = $1 AND j.origin = 'RECORDED' AND ${counted[judgments]} AND r.response_id IS NOT NULL) b
    JOIN items i ON i.id = b.item_id AND i.purpose = 'STUDY'
    JOIN responses o ON CASE b.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END = b.response_id AND o.item_id = b.item_id
    JOIN response_sources s ON s.response_id = o.id
    LEFT JOIN ratings r ON r.judgment_id = b.id AND r.criterion = $2
      AND CASE b.origin WHEN 'LIVE' THEN r.slot = b.slot ELSE r.response_id = b.response_id END
    LEFT JOIN first_ratings f ON f.assignment_id = b.assignment_id
  WHERE o.status <> 'NOT_COLLECTED' AND NOT EXISTS (
    SELECT 1 FROM ratings c WHERE c.judgment_id = b.id AND c.response_id = b.response_id AND c.cannot_judge IS NOT NULL)`

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
           SELECT sum(COALESCE(($3::jsonb->>(x->>'severity'))::bigint, 0)) FROM jsonb_array_elements(m.spans) x), 0)) AS weight
         FROM (${markedResponses(judgments, view)}) m GROUP BY 1, 2) c JOIN items i ON i.id = c.item_id GROUP BY 1, 2, 3`,
      parameters,
    ),
    sql<MarkCount>(
      `count_marks_${judgments}_${view}`,
      `SELECT language_key(i.source_language, i.language) AS language, m.model_id AS "modelId", x->>'severity' AS severity, count(*)::int AS marks
       FROM (${markedResponses(judgments, view)}) m CROSS JOIN LATERAL jsonb_array_elements(m.spans) x JOIN items i ON i.id = m.item_id
       WHERE $3::jsonb IS NOT NULL GROUP BY 1, 2, 3`,
      parameters,
    ),
  ])
  return { totals: totals.map(row => ({ ...row, sum: BigInt(row.sum) })), counts: marks }
}
