import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { applyFilter } from '../../../results/queries/apply-filter'
import {
  countedItems,
  countedJudgments,
  countedResponses,
  matchingItems,
  matchingJudgments,
} from '../../../results/queries/filtered'
import { recordedNumbers } from '../../../results/queries/recorded-numbers'
import { requireUnsealed } from '../../../results/require-unsealed'
import { getProtocol } from '../../../studies/queries'
import type { DataSource } from '../../data/data-source'
import { ratingColumns } from '../../data/rating-columns'
import type { ExportRequest } from '../../schema'
import { namedAnnotator, ratedModels } from './named-annotator'

/** The models whose response stands in a slot, joined: identical responses share one. */
const modelsIn = (slot: string) => `
  (SELECT string_agg(x.model || CASE x.sample WHEN 0 THEN '' ELSE ' (' || x.sample || ')' END, ' = ' ORDER BY x.position, x.sample)
   FROM rated_models x WHERE x.origin = j.origin AND x.response_id = ${slot})`

const ofPoints = (value: string, condition = 'true') =>
  `(SELECT jsonb_object_agg(e.key, ${value}) FROM jsonb_each(r.choice->'points') e WHERE ${condition})`

const inUnit = (value: string) =>
  `CASE k.kind WHEN 'scale' THEN round(k.min + ${value} * k.step, k.digits) ELSE ${value} END`

/**
 * Every rating, one row for each response that it is of. By default what results are made of; with `all` also gold items,
 * training, repeats, adjudications, and excluded judgments, which the columns tell apart. @throws blinded, invalid
 */
export async function ratingSource(
  access: StudyAccess,
  { filter, options }: Pick<ExportRequest, 'filter' | 'options'>,
): Promise<DataSource> {
  requireUnsealed(access)
  const { criteria } = await getProtocol(access.studyId, access.protocolVersion)
  const applied = await applyFilter(access.studyId, filter)
  const kinds = criteria.map(one => {
    const scale = one.kind === 'scale' ? one : null
    const isWhole = scale !== null && Number.isInteger(scale.min) && Number.isInteger(scale.step)
    return { id: one.id, kind: one.kind, min: scale?.min ?? 0, step: scale?.step ?? 1, digits: isWhole ? 0 : 1 }
  })
  const counts = options.all
    ? `j.is_current AND ${matchingItems(applied)} AND ${matchingJudgments(applied)}`
    : `${countedItems(applied)} AND ${countedJudgments(applied)}`
  const isHeard = filter.without.includes('identity-leak')
    ? `(r.response_id IS NULL OR EXISTS (SELECT 1 FROM responses o WHERE o.id = r.response_id AND ${countedResponses(applied)}))`
    : 'true'
  const from = `judgments j JOIN items i ON i.id = j.item_id JOIN ratings r ON r.judgment_id = j.id`
  const where = `j.study_id = $1 AND ${counts} AND ${isHeard}`
  return {
    columns: ratingColumns,
    values: [...applied.values, options.annotators === 'email', access.slug, JSON.stringify(kinds)],
    count: `SELECT count(*) AS rows FROM ${from} WHERE ${where}`,
    text: `WITH ${ratedModels}
  SELECT $4::text AS study, i.external_id AS item, i.language, i.source_language, c.short_name AS category,
    lower(i.purpose::text) AS purpose, lower(j.occasion::text) AS occasion, ${namedAnnotator('$3')} AS annotator,
    w.model, w.sample,
    CASE WHEN r.choice->>'kind' = 'preference' THEN ${modelsIn('(COALESCE(j.slot_order, p.slot_order))[1]')} END AS model_a,
    CASE WHEN r.choice->>'kind' = 'preference' THEN ${modelsIn('(COALESCE(j.slot_order, p.slot_order))[2]')} END AS model_b,
    CASE WHEN j.origin = 'LIVE' AND r.slot > 0 THEN chr(64 + r.slot) END AS slot, r.criterion, k.kind,
    ${inUnit('r.value')} AS value, ${inUnit('r.first_value')} AS first_value,
    CASE WHEN r.choice->>'kind' = 'preference' THEN CASE r.choice->>'prefer' WHEN 'a' THEN 'model_a' WHEN 'b' THEN 'model_b'
      WHEN 'unusable' THEN 'both_unusable' ELSE r.choice->>'prefer' END END AS winner,
    CASE WHEN r.choice->>'kind' = 'preference' THEN (r.choice->>'strength')::int END AS strength,
    CASE WHEN r.choice->>'kind' = 'choice' THEN ARRAY(SELECT jsonb_array_elements_text(r.choice->'labels')) END AS labels,
    CASE WHEN r.choice->>'kind' = 'checklist' THEN ${ofPoints("trim_scale((e.value->>'earned')::numeric / 100)")} END AS points,
    CASE WHEN r.choice->>'kind' = 'checklist' THEN ${ofPoints("e.value->>'reason'", "e.value->>'reason' <> ''")} END AS reasons,
    CASE WHEN r.choice->>'kind' = 'spans' THEN r.choice->'spans' END AS spans,
    r.text, r.cannot_judge, j.submitted_at, CASE j.origin WHEN 'LIVE' THEN j.active_ms END AS active_ms, j.revision,
    j.excluded_reason AS excluded, lower(j.origin::text) AS origin
  FROM ${from}
    LEFT JOIN categories c ON c.id = i.category_id
    LEFT JOIN users u ON u.id = j.user_id
    LEFT JOIN assignments a ON a.id = j.assignment_id
    LEFT JOIN places p ON p.id = a.place_id
    LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
    LEFT JOIN jsonb_to_recordset($5::jsonb) AS k(id text, kind text, min numeric, step numeric, digits int) ON k.id = r.criterion
    LEFT JOIN rated_models w ON w.origin = j.origin AND w.response_id = r.response_id
  WHERE ${where}
  ORDER BY i.position, j.submitted_at, annotator, j.revision, j.id, r.slot, r.criterion, w.position, w.sample`,
  }
}
