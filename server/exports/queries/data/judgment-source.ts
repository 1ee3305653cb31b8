import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { applyFilter } from '../../../results/queries/apply-filter'
import { countedItems, countedJudgments, countedResponses, headlineValue } from '../../../results/queries/filtered'
import { recordedNumbers } from '../../../results/queries/recorded-numbers'
import { getProtocol } from '../../../studies/queries'
import type { DataSource } from '../../data/data-source'
import { judgmentColumns } from '../../data/judgment-columns'
import type { ExportRequest } from '../../schema'
import { requireScore } from '../require-score'
import { namedAnnotator, ratedModels } from './named-annotator'

/** All judgments that count, one row per annotator × item × response, by the first scale. @throws blinded, not_found, invalid */
export async function judgmentSource(
  access: StudyAccess,
  { filter, options }: Pick<ExportRequest, 'filter' | 'options'>,
): Promise<DataSource> {
  const { id, min, step } = await requireScore(access)
  const { criteria } = await getProtocol(access.studyId, access.protocolVersion)
  const comment = criteria.find(criterion => criterion.kind === 'comment' && criterion.scope === 'response')
  const applied = await applyFilter(access.studyId, filter)
  const where = `j.study_id = $1 AND ${countedItems(applied)} AND ${countedJudgments(applied)}`
  const digits = Number.isInteger(min) && Number.isInteger(step) ? 0 : 1
  const inUnit = (steps: string) => `round(${min} + ${steps} * ${step}::numeric, ${digits})`
  return {
    columns: judgmentColumns,
    values: [...applied.values, options.annotators === 'email', access.slug, id, comment?.id ?? ''],
    count: `SELECT count(*) AS rows FROM judgments j JOIN items i ON i.id = j.item_id JOIN ratings r ON r.judgment_id = j.id
      WHERE ${where} AND r.criterion = $5`,
    text: `WITH ${ratedModels}
  SELECT $4::text AS study, i.external_id AS item, i.language, c.short_name AS category, w.model, w.sample,
    CASE WHEN j.origin = 'LIVE' THEN chr(64 + r.slot) END AS slot, ${inUnit('r.steps')} AS score, r.cannot_judge, r.comment,
    j.submitted_at, CASE j.origin WHEN 'LIVE' THEN j.active_ms END AS active_ms, j.revision, ${namedAnnotator('$3')} AS annotator,
    lower(j.origin::text) AS origin, lower(w.status::text) AS response_status, ${inUnit('r.steps_after')} AS score_after
  FROM judgments j JOIN items i ON i.id = j.item_id
    JOIN (SELECT j.id AS judgment_id, r.response_id, max(r.slot) AS slot, max(${headlineValue}) FILTER (WHERE r.criterion = $5) AS steps,
        max(r.value) FILTER (WHERE r.criterion = $5 AND r.first_value IS NOT NULL AND j.occasion <> 'ADJUDICATION') AS steps_after,
        max(r.cannot_judge) AS cannot_judge, max(r.text) FILTER (WHERE r.criterion = $6) AS comment
      FROM judgments j JOIN ratings r ON r.judgment_id = j.id WHERE j.study_id = $1 AND r.response_id IS NOT NULL GROUP BY 1, 2) r
      ON r.judgment_id = j.id
    JOIN rated_models w ON w.origin = j.origin AND w.response_id = r.response_id
    LEFT JOIN categories c ON c.id = i.category_id
    LEFT JOIN users u ON u.id = j.user_id
    LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
  WHERE ${where}${filter.without.includes('identity-leak') ? ` AND EXISTS (SELECT 1 FROM responses o WHERE o.id = w.id AND ${countedResponses(applied)})` : ''}
  ORDER BY i.position, j.submitted_at, annotator, j.revision, j.id, r.slot, w.position, w.sample`,
  }
}
