import 'server-only'
import type { AppliedFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses } from './filtered'
import { isNoAnchor } from './rated-responses'

/**
 * Every rating of a checklist that counts, one row per judgment × response; `choice` is null where a status scores the
 * minimum, once per judgment in which the checklist was asked. Its parameters: `ratedParameters`.
 */
export const ratedChecklists = (applied: AppliedFilter) => `
  WITH answers AS NOT MATERIALIZED (
    SELECT o.id, o.item_id, o.representative_id, o.status::text AS status, s.model_id, language_key(i.source_language, i.language) AS language, i.category_id
    FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id
      JOIN items i ON i.id = o.item_id
    WHERE m.study_id = $1 AND ${countedItems(applied)} AND ${countedResponses(applied)} AND o.status::text <> ALL ($5::text[])),
  judged AS NOT MATERIALIZED (
    SELECT j.id, j.item_id, j.origin, r.response_id, r.choice FROM judgments j JOIN ratings r ON r.judgment_id = j.id
    WHERE j.study_id = $1 AND ${countedJudgments(applied)} AND r.criterion = $3 AND r.choice IS NOT NULL AND ${isNoAnchor})
  SELECT a.id AS "responseId", a.item_id AS "itemId", a.model_id AS "modelId", a.language, a.category_id AS "categoryId", v.choice
  FROM judged v JOIN answers a ON a.representative_id = v.response_id
  WHERE v.origin = 'LIVE' AND a.status <> ALL ($4::text[])
  UNION ALL
  SELECT a.id, a.item_id, a.model_id, a.language, a.category_id, v.choice FROM judged v JOIN answers a ON a.id = v.response_id
  WHERE v.origin = 'RECORDED' AND a.status <> ALL ($4::text[])
  UNION ALL
  SELECT a.id, a.item_id, a.model_id, a.language, a.category_id, NULL
  FROM (SELECT DISTINCT id, item_id FROM judged) v JOIN answers a ON a.item_id = v.item_id WHERE a.status = ANY ($4::text[])`
