import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { ResultFilter } from '../../results/filter'
import { applyFilter } from '../../results/queries/apply-filter'
import { countedItems, countedJudgments, countedResponses, matchingJudgments } from '../../results/queries/filtered'
import { recordedNumbers } from '../../results/queries/recorded-numbers'
import { requireUnsealed } from '../../results/require-unsealed'
import { getProtocol } from '../../studies/queries'
import type { Page } from '../cursor'
import { type JudgmentCursor, type JudgmentHead, judgmentBody, type StoredRating } from '../judgment-body'

export interface JudgmentsWanted {
  /** Also what results are not made of: gold items, training, repeats, adjudications, excluded judgments. */
  all: boolean
  filter: ResultFilter
}

const noId = '00000000-0000-0000-0000-000000000000'

/** The models of a slot's response: several where they gave the same text. */
const modelsIn = (response: string) => `
  (SELECT json_agg(json_build_object('model', m.name, 'sample', s.sample_index) ORDER BY m.position, s.sample_index)
   FROM responses o JOIN response_sources s ON s.response_id = o.id JOIN models m ON m.id = s.model_id
   WHERE o.item_id = j.item_id AND ${response} = CASE j.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END)`

/** Judgments that count, in the order of their submission, each with its ratings. Annotators have their pseudonyms. @throws blinded, invalid */
export async function listJudgments(
  study: StudyAccess,
  { all, filter }: JudgmentsWanted,
  { after, limit }: { after: JudgmentCursor | null; limit: number },
): Promise<Page<ReturnType<typeof judgmentBody>>> {
  requireUnsealed(study)
  const applied = await applyFilter(study.studyId, filter)
  const counts = all
    ? `j.is_current AND ${matchingJudgments(applied)}`
    : `${countedItems(applied)} AND ${countedJudgments(applied)}`
  const heads = await sql<JudgmentHead>(
    `api_judgments_${all}_${applied.shape}`,
    `SELECT j.id, j.submitted_at AS "submittedAt", i.external_id AS item, i.language, i.source_language AS "sourceLanguage",
       c.short_name AS category, i.purpose::text AS purpose, j.occasion::text AS occasion, j.origin::text AS origin, j.revision,
       CASE j.origin WHEN 'LIVE' THEN j.active_ms END AS "activeMs", j.excluded_reason AS excluded,
       CASE WHEN j.origin = 'LIVE' THEN u.pseudonym WHEN j.annotator_label IS NULL THEN 'recorded' ELSE 'recorded-' || n.number END AS annotator
     FROM judgments j JOIN items i ON i.id = j.item_id LEFT JOIN categories c ON c.id = i.category_id
       LEFT JOIN users u ON u.id = j.user_id LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
     WHERE j.study_id = $1 AND ${counts} AND (j.submitted_at, j.id) > (COALESCE($3::timestamptz, '-infinity'), $4::uuid)
     ORDER BY j.submitted_at, j.id LIMIT $5`,
    [...applied.values, after?.[0] ?? null, after?.[1] ?? noId, limit + 1],
  )
  const page = heads.slice(0, limit)
  const ratings = await sql<StoredRating>(
    `api_ratings_${applied.shape}`,
    `SELECT r.judgment_id AS "judgmentId", r.criterion, r.slot, r.value, r.first_value AS "firstValue", r.text, r.choice,
       r.cannot_judge AS "cannotJudge", CASE WHEN r.response_id IS NOT NULL THEN ${modelsIn('r.response_id')} END AS models,
       CASE WHEN r.choice->>'kind' = 'preference' THEN ${modelsIn('(COALESCE(j.slot_order, p.slot_order))[1]')} END AS "modelsA",
       CASE WHEN r.choice->>'kind' = 'preference' THEN ${modelsIn('(COALESCE(j.slot_order, p.slot_order))[2]')} END AS "modelsB"
     FROM judgments j JOIN ratings r ON r.judgment_id = j.id
       LEFT JOIN assignments a ON a.id = j.assignment_id LEFT JOIN places p ON p.id = a.place_id
     WHERE j.study_id = $1 AND j.id = ANY ($3) AND (r.response_id IS NULL OR EXISTS (
       SELECT 1 FROM responses o WHERE o.id = r.response_id AND ${countedResponses(applied)}))
     ORDER BY r.slot, r.criterion`,
    [...applied.values, page.map(({ id }) => id)],
  )
  const { criteria } = await getProtocol(study.studyId, study.protocolVersion)
  const byId = new Map(criteria.map(criterion => [criterion.id, criterion]))
  const last = page.at(-1)
  return {
    rows: page.map(head => {
      const own = ratings.filter(rating => rating.judgmentId === head.id)
      return judgmentBody(head, own, byId)
    }),
    next: last && heads.length > limit ? [last.submittedAt.toISOString(), last.id] : null,
  }
}
