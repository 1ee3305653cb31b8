import 'server-only'
import type { Scale } from '../../../criteria/scale/steps'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import type { ResultFilter } from '../../results/filter'
import { type AppliedFilter, applyFilter } from '../../results/queries/apply-filter'
import { countedResponses, headlineValue } from '../../results/queries/filtered'
import { recordedNumbers } from '../../results/queries/recorded-numbers'
import { getProtocol } from '../../studies/queries'
import type { JudgmentRow } from '../judgment-csv'
import type { AnnotatorNaming } from '../schema'
import { countsInResults } from './counted-judgments'
import { requireScore } from './require-score'

const rowsPerFetch = 2_000

/** $3 the scale, $4 the comment, $5 whether to name by e-mail. */
const judgmentRows = (applied: AppliedFilter) => `
  SELECT i.external_id AS item, i.language, c.short_name AS category, m.name AS model, s.sample_index AS sample,
    CASE j.origin WHEN 'LIVE' THEN r.slot END AS slot, r.steps, r.steps_after AS "stepsAfter", r.cannot_judge AS "cannotJudge", r.comment,
    j.submitted_at AS "submittedAt", CASE j.origin WHEN 'LIVE' THEN j.active_ms END AS "activeMs", j.revision,
    CASE WHEN j.origin = 'LIVE' THEN CASE WHEN $5 THEN u.email ELSE u.pseudonym END
      WHEN j.annotator_label IS NULL THEN 'recorded'
      WHEN $5 THEN j.annotator_label ELSE 'recorded-' || n.number END AS annotator,
    j.origin::text AS origin, o.status::text AS status
  FROM judgments j
    JOIN items i ON i.id = j.item_id
    LEFT JOIN categories c ON c.id = i.category_id
    LEFT JOIN users u ON u.id = j.user_id
    LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
    JOIN responses o ON o.item_id = j.item_id
    JOIN response_sources s ON s.response_id = o.id
    JOIN models m ON m.id = s.model_id
    JOIN LATERAL (
      SELECT max(r.slot) AS slot, max(${headlineValue}) FILTER (WHERE r.criterion = $3) AS steps,
        max(r.value) FILTER (WHERE r.criterion = $3 AND r.first_value IS NOT NULL AND j.occasion <> 'ADJUDICATION') AS steps_after,
        max(r.cannot_judge) AS cannot_judge, max(r.text) FILTER (WHERE r.criterion = $4) AS comment
      FROM ratings r
      WHERE r.judgment_id = j.id
        AND r.response_id = CASE j.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END) r ON r.slot IS NOT NULL
  WHERE j.study_id = $1 AND ${countsInResults(applied)} AND ${countedResponses(applied)}
  ORDER BY i.position, j.submitted_at, j.id, r.slot, m.position, s.sample_index`

export interface JudgmentPage {
  /** The study's slug. */
  study: string
  scale: Scale
  rows: JudgmentRow[]
}

/**
 * Reads all judgments that count, one row per annotator × item × response, and hands them over page by page; waits for
 * `write` before it reads on, so that memory stays bounded. One snapshot: what is submitted meanwhile is not in it.
 * @throws blinded, not_found, invalid: before the first page
 */
export async function writeJudgments(
  access: StudyAccess,
  naming: AnnotatorNaming,
  write: (page: JudgmentPage) => Promise<void>,
  filter?: ResultFilter,
): Promise<void> {
  const scale = await requireScore(access)
  const { criteria } = await getProtocol(access.studyId, access.protocolVersion)
  const applied = await applyFilter(access.studyId, filter)
  const comment = criteria.find(criterion => criterion.kind === 'comment' && criterion.scope === 'response')
  await withConnection(async client => {
    const values = [...applied.values, scale.id, comment?.id ?? '', naming === 'email']
    await client.query(`DECLARE judgment_rows NO SCROLL CURSOR FOR ${judgmentRows(applied)}`, values)
    for (;;) {
      const { rows } = await client.query<JudgmentRow>(`FETCH ${rowsPerFetch} FROM judgment_rows`)
      if (rows.length === 0) return
      await write({ study: access.slug, scale, rows })
    }
  })
}
