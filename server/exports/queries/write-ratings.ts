import 'server-only'
import type { Criterion } from '../../../criteria/schema'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import { type AppliedFilter, applyFilter } from '../../results/queries/apply-filter'
import { countedResponses, matchingJudgments } from '../../results/queries/filtered'
import { recordedNumbers } from '../../results/queries/recorded-numbers'
import { requireUnsealed } from '../../results/require-unsealed'
import { getProtocol } from '../../studies/queries'
import type { RatingRow } from '../rating-row'
import type { RatingsOptions } from '../schema'
import { countsInResults } from './counted-judgments'

const rowsPerFetch = 2_000

/** The models whose response stands in a slot, joined: identical responses share one. */
const modelsIn = (slot: string) => `
  (SELECT string_agg(m.name || CASE s.sample_index WHEN 0 THEN '' ELSE ' (' || s.sample_index || ')' END, ' = ' ORDER BY m.position, s.sample_index)
   FROM responses o JOIN response_sources s ON s.response_id = o.id JOIN models m ON m.id = s.model_id
   WHERE o.item_id = j.item_id AND (o.id = ${slot} OR (j.origin = 'LIVE' AND o.representative_id = ${slot})))`

/** $3: whether to name by e-mail. */
const ratingRows = (applied: AppliedFilter, all: boolean) => `
  SELECT i.external_id AS item, i.language, i.source_language AS "sourceLanguage", c.short_name AS category,
    i.purpose::text AS purpose, j.occasion::text AS occasion,
    CASE WHEN j.origin = 'LIVE' THEN CASE WHEN $3 THEN u.email ELSE u.pseudonym END
      WHEN j.annotator_label IS NULL THEN 'recorded'
      WHEN $3 THEN j.annotator_label ELSE 'recorded-' || n.number END AS annotator,
    w.model, w.sample,
    CASE WHEN r.choice->>'kind' = 'preference' THEN ${modelsIn('(COALESCE(j.slot_order, p.slot_order))[1]')} END AS "modelA",
    CASE WHEN r.choice->>'kind' = 'preference' THEN ${modelsIn('(COALESCE(j.slot_order, p.slot_order))[2]')} END AS "modelB",
    CASE WHEN j.origin = 'LIVE' THEN r.slot END AS slot, r.criterion, r.value, r.first_value AS "firstValue", r.text, r.choice,
    r.cannot_judge AS "cannotJudge", j.submitted_at AS "submittedAt", CASE j.origin WHEN 'LIVE' THEN j.active_ms END AS "activeMs",
    j.revision, j.excluded_reason AS excluded, j.origin::text AS origin
  FROM judgments j
    JOIN items i ON i.id = j.item_id
    LEFT JOIN categories c ON c.id = i.category_id
    LEFT JOIN users u ON u.id = j.user_id
    LEFT JOIN assignments a ON a.id = j.assignment_id
    LEFT JOIN places p ON p.id = a.place_id
    LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
    JOIN ratings r ON r.judgment_id = j.id
    LEFT JOIN LATERAL (
      SELECT m.name AS model, s.sample_index AS sample, m.position
      FROM responses o JOIN response_sources s ON s.response_id = o.id JOIN models m ON m.id = s.model_id
      WHERE o.item_id = j.item_id AND r.response_id = CASE j.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END) w ON true
  WHERE j.study_id = $1 AND ${all ? `j.is_current AND ${matchingJudgments(applied)}` : countsInResults(applied)}${
    applied.filter.without.includes('identity-leak')
      ? ` AND (r.response_id IS NULL OR EXISTS (SELECT 1 FROM responses o WHERE o.id = r.response_id AND ${countedResponses(applied)}))`
      : ''
  }
  ORDER BY i.position, j.submitted_at, j.id, r.slot, r.criterion, w.position, w.sample`

export interface RatingPage {
  /** The study's slug. */
  study: string
  criteria: ReadonlyMap<string, Criterion>
  rows: RatingRow[]
}

/**
 * Reads every rating, one row for each response that it is of, page by page; waits for `write` before it reads on, so
 * that memory stays bounded. One snapshot. By default what results are made of; with `all` also gold items, training,
 * repeats, adjudications, and excluded judgments, which the columns tell apart. @throws blinded, invalid
 */
export async function writeRatings(
  access: StudyAccess,
  { annotators, all, filter }: RatingsOptions,
  write: (page: RatingPage) => Promise<void>,
): Promise<void> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const criteria = new Map(protocol.criteria.map(criterion => [criterion.id, criterion]))
  const applied = await applyFilter(access.studyId, filter)
  await withConnection(async client => {
    await client.query(`DECLARE rating_rows NO SCROLL CURSOR FOR ${ratingRows(applied, all)}`, [
      ...applied.values,
      annotators === 'email',
    ])
    for (;;) {
      const { rows } = await client.query<RatingRow>(`FETCH ${rowsPerFetch} FROM rating_rows`)
      if (rows.length === 0) return
      await write({ study: access.slug, criteria, rows })
    }
  })
}
