import 'server-only'
import type { AppliedFilter } from './apply-filter'
import { type RatingView, ratedResponses } from './rated-responses'
import { recordedNumbers } from './recorded-numbers'

/**
 * {@link ratedResponses} with who judged, by pseudonym or number: item_id, model_id, steps, judgment_id, annotator, active_ms
 * (null: recorded). Its parameters: `ratedParameters`.
 */
export const ratedBy = (applied: AppliedFilter, view: RatingView = 'headline'): string => `
  SELECT v.item_id, v.model_id, v.steps, v.judgment_id, CASE j.origin WHEN 'LIVE' THEN j.active_ms END AS active_ms,
    CASE WHEN j.origin = 'LIVE' THEN COALESCE(u.pseudonym, '') WHEN j.annotator_label IS NULL THEN 'recorded' ELSE 'recorded-' || n.number END AS annotator
  FROM (${ratedResponses(applied, view)}) v JOIN judgments j ON j.id = v.judgment_id LEFT JOIN users u ON u.id = j.user_id
    LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label`
