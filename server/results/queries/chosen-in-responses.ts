import 'server-only'
import type { AppliedFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses } from './filtered'
import { isNoAnchor, type RatingView } from './rated-responses'

type Part = 'spans' | 'labels'

const chosenIn = {
  // What was marked before the rest was shown, where it was shown later; of an adjudicator what they decided.
  headline: (
    part: Part,
  ) => `CASE WHEN f.assignment_id IS NULL OR b.occasion = 'ADJUDICATION' THEN r.choice->'${part}' ELSE (SELECT e.choice->'${part}'
      FROM jsonb_to_recordset(f.ratings) e(criterion text, slot int, choice jsonb) WHERE e.criterion = $3 AND e.slot = b.slot) END`,
  final: (part: Part) => `r.choice->'${part}'`,
}

/**
 * What was marked in, or said of, each judged response, as a list that may be empty: item_id, model_id, chosen. To stand
 * in FROM, in parentheses. $3: the criterion. A live judgment judges all slots of
 * its place that it does not pass over; a recorded one the responses that it has a rating of.
 */
export const chosenInResponses = (part: Part, applied: AppliedFilter, view: RatingView) => `
  SELECT o.item_id, s.model_id, COALESCE(${chosenIn[view](part)}, '[]') AS chosen FROM (
    SELECT j.id, j.origin, j.occasion, j.assignment_id, j.item_id, u.slot::int AS slot, u.response_id
    FROM judgments j JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
      CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY u(response_id, slot)
      CROSS JOIN LATERAL (SELECT u.response_id) r
    WHERE j.study_id = $1 AND j.origin = 'LIVE' AND ${countedJudgments(applied)} AND $3 <> ALL (p.omitted) AND ${isNoAnchor}
    UNION ALL
    SELECT DISTINCT j.id, j.origin, j.occasion, NULL::uuid, j.item_id, r.slot::int, r.response_id
    FROM judgments j JOIN ratings r ON r.judgment_id = j.id
    WHERE j.study_id = $1 AND j.origin = 'RECORDED' AND ${countedJudgments(applied)} AND r.response_id IS NOT NULL) b
    JOIN items i ON i.id = b.item_id AND ${countedItems(applied)}
    JOIN responses o ON CASE b.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END = b.response_id AND o.item_id = b.item_id
    JOIN response_sources s ON s.response_id = o.id
    LEFT JOIN ratings r ON r.judgment_id = b.id AND r.criterion = $3
      AND CASE b.origin WHEN 'LIVE' THEN r.slot = b.slot ELSE r.response_id = b.response_id END
    LEFT JOIN first_ratings f ON f.assignment_id = b.assignment_id
  WHERE o.status <> 'NOT_COLLECTED' AND ${countedResponses(applied)} AND NOT EXISTS (
    SELECT 1 FROM ratings c WHERE c.judgment_id = b.id AND c.response_id = b.response_id AND c.cannot_judge IS NOT NULL)`
