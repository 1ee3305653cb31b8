import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { type AppliedFilter, applyFilter } from '../../../results/queries/apply-filter'
import { countedItems, countedJudgments, countedResponses, headlineValue } from '../../../results/queries/filtered'
import { chooseCompared } from '../../../results/queries/get-comparisons'
import { recordedNumbers } from '../../../results/queries/recorded-numbers'
import { requireUnsealed } from '../../../results/require-unsealed'
import { responseScales } from '../../../results/response-scales'
import { getProtocol } from '../../../studies/queries'
import type { DataSource } from '../../data/data-source'
import { preferenceColumns } from '../../data/preference-columns'
import { type PairRow, preferencePair } from '../../data/preference-pair'
import type { ExportRequest } from '../../schema'
import { namedAnnotator } from './named-annotator'

/**
 * Pairs of answers of which one is better, by what annotators said of the two, or by the means of their scores or ranks.
 * Rows are of the shape `PairRow`. What annotators said may be taken while the study is blind; means may not.
 * @throws blinded, not_found, invalid
 */
export async function preferenceSource(
  access: StudyAccess,
  { filter, options }: Pick<ExportRequest, 'filter' | 'options'>,
): Promise<DataSource> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const compared = chooseCompared(protocol, options.criterion)
  const applied = await applyFilter(access.studyId, filter)
  const keepsTies = options.ties === 'keep'
  if (compared.source === 'preference')
    return source(judgedPairs(applied, access.sealed, protocol.batches !== null, keepsTies), [
      ...applied.values,
      compared.id,
      options.annotators === 'email',
    ])
  requireUnsealed(access)
  const scale = responseScales(protocol).find(one => one.id === compared.id)
  const unit = compared.source === 'ranking' ? { zero: 0, step: -1 } : { zero: scale?.min ?? 0, step: scale?.step ?? 1 }
  return source(meanPairs(applied, compared.source, unit, keepsTies), [...applied.values, compared.id, options.margin])
}

const source = (text: string, values: DataSource['values']): DataSource => ({
  columns: preferenceColumns,
  values,
  text,
  count: `SELECT count(*) AS rows FROM (${text}) p`,
  make: row => preferencePair(row as unknown as PairRow),
})

/** The same pair has the same id in every export, also of another database. */
const pairId = (...parts: string[]) =>
  `substr(encode(sha256(convert_to(concat_ws(' ', 'pair', ${parts.join(', ')}), 'UTF8')), 'hex'), 1, 32)`

const hash = (response: string) => `encode(${response}.text_hash, 'hex')`

const namesOf = (response: string) =>
  `(SELECT string_agg(twin_model.name, ' = ' ORDER BY twin_model.position, twin_model.name) FROM responses twin
      JOIN response_sources twin_source ON twin_source.response_id = twin.id JOIN models twin_model ON twin_model.id = twin_source.model_id
      WHERE twin.item_id = ${response}.item_id AND twin.representative_id = ${response}.representative_id)`

const isText = (response: string, applied: AppliedFilter) =>
  `EXISTS (SELECT 1 FROM responses o WHERE o.id = ${response}.id AND ${countedResponses(applied)} AND array_to_string(o.turns, '') <> '')`

/** $3 the criterion, $4 whether to name by e-mail. Only accepted batches count, where the protocol has batches. */
const judgedPairs = (applied: AppliedFilter, sealed: boolean, hasBatches: boolean, keepsTies: boolean) => `
  SELECT ${pairId('i.external_id', hash('a'), hash('b'), '$3::text', 'v.annotator', 'j.occasion', 'j.revision')} AS id,
    i.external_id AS item, i.language, c.short_name AS category, i.messages,
    CASE WHEN v.prefer = 'b' THEN b.turns ELSE a.turns END AS better, CASE WHEN v.prefer = 'b' THEN a.turns ELSE b.turns END AS worse,
    COALESCE(v.strength, 0) AS score_chosen, 0 AS score_rejected, COALESCE(v.strength, 0) AS margin, v.strength IS NULL AS tie,
    r.criterion, 'preference' AS source, 1 AS judgments, v.annotator,
    ${sealed ? 'NULL::text' : `CASE WHEN v.prefer = 'b' THEN ${namesOf('b')} ELSE ${namesOf('a')} END`} AS model_chosen,
    ${sealed ? 'NULL::text' : `CASE WHEN v.prefer = 'b' THEN ${namesOf('a')} ELSE ${namesOf('b')} END`} AS model_rejected
  FROM judgments j JOIN items i ON i.id = j.item_id JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $3 AND r.slot = 0
    LEFT JOIN categories c ON c.id = i.category_id LEFT JOIN users u ON u.id = j.user_id
    LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
    LEFT JOIN assignments g ON g.id = j.assignment_id LEFT JOIN places l ON l.id = g.place_id
    LEFT JOIN batches h ON h.study_id = j.study_id AND h.user_id = j.user_id AND h.day = (j.submitted_at AT TIME ZONE 'UTC')::date
    CROSS JOIN LATERAL (SELECT r.choice->>'prefer' AS prefer, (r.choice->>'strength')::int AS strength,
      COALESCE(j.slot_order, l.slot_order) AS slots, ${namedAnnotator('$4')} AS annotator) v
    JOIN responses a ON a.id = v.slots[1] JOIN responses b ON b.id = v.slots[2]
  WHERE j.study_id = $1 AND ${countedItems(applied)} AND ${countedJudgments(applied)} AND NOT i.recorded_only
    AND ${isText('a', applied)} AND ${isText('b', applied)}
    AND v.prefer IN ('a', 'b'${keepsTies ? ", 'tie'" : ''}) AND (v.strength IS NOT NULL OR v.prefer = 'tie')
    ${hasBatches ? "AND (j.origin = 'RECORDED' OR h.state = 'ACCEPTED')" : ''}
  ORDER BY i.position, j.submitted_at, v.annotator, j.revision, a.text_hash, b.text_hash`

/** $3 the criterion, $4 the least margin. Sums are whole steps, so that means are compared exactly. */
function meanPairs(
  applied: AppliedFilter,
  kind: 'scores' | 'ranking',
  { zero, step }: { zero: number; step: number },
  keepsTies: boolean,
) {
  const unit = (mean: string) => `(${zero} + ${step}::numeric * ${mean})`
  return `
  WITH means AS (
    SELECT o.representative_id AS id, count(*)::int AS n, sum(${headlineValue}) AS sum
    FROM judgments j JOIN items i ON i.id = j.item_id JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $3 AND r.value IS NOT NULL
      JOIN responses o ON o.id = r.response_id
    WHERE j.study_id = $1 AND ${countedItems(applied)} AND ${countedJudgments(applied)} AND NOT i.recorded_only GROUP BY 1),
  texts AS (
    SELECT o.item_id, o.representative_id, o.text_hash, o.turns, e.n, e.sum, ${unit('(e.sum::numeric / e.n)')} AS score,
      (SELECT min(m.position) FROM responses x JOIN response_sources s ON s.response_id = x.id JOIN models m ON m.id = s.model_id
       WHERE x.item_id = o.item_id AND x.representative_id = o.id) AS position
    FROM means e JOIN responses o ON o.id = e.id WHERE ${countedResponses(applied)} AND array_to_string(o.turns, '') <> ''),
  pairs AS (
    SELECT a.item_id, v.sign * ${step < 0 ? -1 : 1} < 0 AS is_turned, a.representative_id AS first, b.representative_id AS second,
      v.sign = 0 OR abs(a.sum * b.n - b.sum * a.n) * ${Math.abs(step)}::numeric < $4::numeric * a.n * b.n AS is_tie
    FROM texts a JOIN texts b ON b.item_id = a.item_id AND (b.position, b.text_hash) > (a.position, a.text_hash)
      CROSS JOIN LATERAL (SELECT sign(a.sum * b.n - b.sum * a.n)::int AS sign) v)
  SELECT ${pairId('i.external_id', hash('a'), hash('b'), '$3::text', `'${kind}'`)} AS id,
    i.external_id AS item, i.language, c.short_name AS category, i.messages, x.turns AS better, y.turns AS worse,
    x.score::float8 AS score_chosen, y.score::float8 AS score_rejected, (x.score - y.score)::float8 AS margin, p.is_tie AS tie,
    $3::text AS criterion, '${kind}' AS source, LEAST(x.n, y.n) AS judgments, NULL::text AS annotator,
    ${namesOf('x')} AS model_chosen, ${namesOf('y')} AS model_rejected
  FROM pairs p JOIN items i ON i.id = p.item_id LEFT JOIN categories c ON c.id = i.category_id
    JOIN texts a ON a.representative_id = p.first JOIN texts b ON b.representative_id = p.second
    JOIN texts x ON x.representative_id = CASE WHEN p.is_turned THEN p.second ELSE p.first END
    JOIN texts y ON y.representative_id = CASE WHEN p.is_turned THEN p.first ELSE p.second END
  ${keepsTies ? '' : 'WHERE NOT p.is_tie'}
  ORDER BY i.position, a.position, b.position, a.text_hash, b.text_hash`
}
