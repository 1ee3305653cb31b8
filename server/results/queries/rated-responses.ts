import 'server-only'
import type { Protocol } from '../../studies/schema'
import type { AppliedFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses, headlineValue } from './filtered'

const statuses = { refused: 'REFUSED', truncated: 'TRUNCATED', failed: 'FAILED' } as const

/** $1 to $5: study, filter, criterion, statuses that score the minimum, statuses that are left out. */
export const ratedParameters = (
  applied: AppliedFilter,
  criterion: string,
  protocol: Protocol,
): [string, string, string, string[], string[]] => {
  const { minimum, missing } = statusLists(protocol)
  return [...applied.values, criterion, minimum, missing]
}

/** Which statuses score the minimum for each judgment of their item, and which are left out; the protocol said so. */
export function statusLists(protocol: Protocol): { minimum: string[]; missing: string[] } {
  const having = (rule: 'minimum' | 'missing') =>
    (['refused', 'truncated', 'failed'] as const)
      .filter(status => protocol.statusRules[status] === rule)
      .map(status => statuses[status])
  return { minimum: having('minimum'), missing: [...having('missing'), 'NOT_COLLECTED'] }
}

/** headline: before anything was revealed. final: as submitted; the same where nothing was. */
export type RatingView = 'headline' | 'final'

const stepsOf = { headline: headlineValue, final: 'r.value' }

/** A response that is shown again beside one of a later model has its score already; what it got then is the bridge. */
export const isNoAnchor = `(j.occasion <> 'BRIDGE' OR NOT EXISTS (
      SELECT 1 FROM places f WHERE f.item_id = j.item_id AND f.occasion = 'FIRST' AND r.response_id = ANY (f.slot_order)))`

/**
 * Every score that counts, one row per judgment × response: judgment_id, item_id,
 * language, category_id, model_id, steps. Items with known answers are not in it. To stand in FROM, in parentheses.
 * Its parameters: `ratedParameters`.
 * A live rating belongs to a slot, and so to every response of the item that the slot stands for; a recorded one names
 * its own response. cannot_judge has no value and so is missing. Each branch joins by equality alone: with a million
 * ratings, a join that had to choose per row would take ten times as long.
 */
export const ratedResponses = (applied: AppliedFilter, view: RatingView = 'headline') => `
  WITH answers AS NOT MATERIALIZED (
    SELECT o.id, o.item_id, o.representative_id, o.status::text AS status, s.model_id,
      language_key(i.source_language, i.language) AS language, i.category_id
    FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id
      JOIN items i ON i.id = o.item_id
    WHERE m.study_id = $1 AND ${countedItems(applied)} AND ${countedResponses(applied)} AND o.status::text <> ALL ($5::text[])),
  scores AS NOT MATERIALIZED (
    SELECT j.id, j.origin, r.response_id, ${stepsOf[view]} AS value
    FROM judgments j JOIN ratings r ON r.judgment_id = j.id
    WHERE j.study_id = $1 AND ${countedJudgments(applied)} AND r.criterion = $3 AND r.value IS NOT NULL AND ${isNoAnchor})
  SELECT v.id AS judgment_id, a.item_id, a.language, a.category_id, a.model_id, v.value AS steps
  FROM scores v JOIN answers a ON a.representative_id = v.response_id
  WHERE v.origin = 'LIVE' AND a.status <> ALL ($4::text[])
  UNION ALL
  SELECT v.id, a.item_id, a.language, a.category_id, a.model_id, v.value
  FROM scores v JOIN answers a ON a.id = v.response_id
  WHERE v.origin = 'RECORDED' AND a.status <> ALL ($4::text[])
  UNION ALL
  SELECT j.id, a.item_id, a.language, a.category_id, a.model_id, 0
  FROM judgments j JOIN answers a ON a.item_id = j.item_id
  WHERE j.study_id = $1 AND ${countedJudgments(applied)} AND a.status = ANY ($4::text[])`
