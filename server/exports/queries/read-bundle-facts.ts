import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { ResultFilter } from '../../results/filter'
import { applyFilter } from '../../results/queries/apply-filter'
import { hasClusters } from '../../results/queries/cluster-sums'

import {
  countedItems,
  countedJudgments,
  countedResponses,
  matchingItems,
  matchingJudgments,
} from '../../results/queries/filtered'
import { getAgreement } from '../../results/queries/get-agreement'
import { recordedNumbers } from '../../results/queries/recorded-numbers'
import { methodVersion } from '../../statistics/method-version'
import { getProtocol } from '../../studies/queries'
import type {
  AnnotatorCount,
  BundleFacts,
  ExclusionCount,
  ItemCount,
  JudgmentFacts,
  ModelCount,
} from '../bundle/bundle-facts'
import { getDatasheet } from './get-datasheet'

/** All that the texts of a bundle, or a card of the data, say of a study. Names models only once it is unblinded. @throws invalid */
export async function readBundleFacts(access: StudyAccess, filter: ResultFilter): Promise<BundleFacts> {
  const { studyId } = access
  const applied = await applyFilter(studyId, filter)
  const { shape, values } = applied
  const counted = `${countedItems(applied)} AND ${countedJudgments(applied)}`
  const matching = `${matchingItems(applied)} AND ${matchingJudgments(applied)}`
  const [studies, items, models, annotators, judgments, exclusions, agreement, datasheet, protocol, isClustered] =
    await Promise.all([
      sql<{ name: string; disclosure: string }>('bundle_study', 'SELECT name, disclosure FROM studies WHERE id = $1', [
        studyId,
      ]),
      sql<ItemCount & Record<string, unknown>>(
        `bundle_items_${shape}`,
        `SELECT language_key(i.source_language, i.language) AS language, c.short_name AS category, count(*)::int AS items,
         count(*) FILTER (WHERE array_to_string(i."references", '') <> '')::int AS referenced,
         count(*) FILTER (WHERE i.recorded_only)::int AS "withoutText"
       FROM items i LEFT JOIN categories c ON c.id = i.category_id WHERE i.study_id = $1 AND ${countedItems(applied)}
       GROUP BY 1, 2, c.position ORDER BY min(i.position), c.position NULLS LAST, 2`,
        values,
      ),
      sql<ModelCount & Record<string, unknown>>(
        `bundle_models_${shape}`,
        `SELECT m.name, count(o.id)::int AS responses, ${['REFUSED', 'TRUNCATED', 'FAILED', 'NOT_COLLECTED']
          .map(
            (status, at) =>
              `count(*) FILTER (WHERE o.status = '${status}')::int AS "${['refused', 'truncated', 'failed', 'notCollected'][at]}"`,
          )
          .join(', ')}
       FROM models m LEFT JOIN (response_sources s JOIN responses o ON o.id = s.response_id AND ${countedResponses(applied)}
         JOIN items i ON i.id = o.item_id AND ${countedItems(applied)}) ON s.model_id = m.id
       WHERE m.study_id = $1 AND $2::jsonb IS NOT NULL GROUP BY m.id, m.name, m.position ORDER BY m.position, m.name`,
        values,
      ),
      sql<AnnotatorCount & Record<string, unknown>>(
        `bundle_annotators_${shape}`,
        `SELECT CASE WHEN j.origin = 'LIVE' THEN u.pseudonym WHEN j.annotator_label IS NULL THEN 'recorded' ELSE 'recorded-' || n.number END AS annotator,
         count(*)::int AS judgments,
         round((percentile_cont(0.5) WITHIN GROUP (ORDER BY j.active_ms) FILTER (WHERE j.origin = 'LIVE') / 1000)::numeric, 1)::float8 AS "medianSeconds",
         COALESCE((SELECT string_agg(l.tag || ' ' || lower(l.proficiency::text), ', ' ORDER BY l.proficiency DESC, l.tag)
           FROM user_languages l WHERE l.user_id = u.id), '') AS languages, COALESCE(u.expertise, '{}') AS expertise
       FROM judgments j JOIN items i ON i.id = j.item_id LEFT JOIN users u ON u.id = j.user_id
         LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
       WHERE j.study_id = $1 AND ${counted} GROUP BY j.origin, u.id, u.pseudonym, u.expertise, j.annotator_label, n.number
       ORDER BY 2 DESC, 1`,
        values,
      ),
      sql<JudgmentFacts & Record<string, unknown>>(
        `bundle_judgments_${shape}`,
        `SELECT count(*) FILTER (WHERE counts AND j.origin = 'LIVE')::int AS live, count(*) FILTER (WHERE counts AND j.origin = 'RECORDED')::int AS recorded,
         count(*) FILTER (WHERE j.occasion = 'REPEAT')::int AS repeats, count(*) FILTER (WHERE j.occasion = 'ADJUDICATION')::int AS adjudications,
         count(*) FILTER (WHERE k.passed IS NOT NULL)::int AS "ofKnownItems", count(*) FILTER (WHERE k.passed)::int AS "passedKnownItems",
         count(*) FILTER (WHERE counts AND k.too_fast)::int AS "tooFast", count(*) FILTER (WHERE counts AND k.straight_lined)::int AS "straightLined",
         (SELECT count(*)::int FROM assignments a JOIN items i ON i.id = a.item_id WHERE a.study_id = $1 AND ${matchingItems(applied)} AND a.state = 'SKIPPED') AS skipped,
         (SELECT count(*)::int FROM item_flags f JOIN items i ON i.id = f.item_id WHERE f.study_id = $1 AND ${matchingItems(applied)}) AS flags,
         to_char(min(j.submitted_at) FILTER (WHERE counts AND j.origin = 'LIVE') AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS first,
         to_char(max(j.submitted_at) FILTER (WHERE counts AND j.origin = 'LIVE') AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS last
       FROM judgments j JOIN items i ON i.id = j.item_id LEFT JOIN judgment_checks k ON k.judgment_id = j.id
         CROSS JOIN LATERAL (SELECT ${counted} AS counts) v WHERE j.study_id = $1 AND j.is_current AND ${matching}`,
        values,
      ),
      sql<ExclusionCount & Record<string, unknown>>(
        `bundle_exclusions_${shape}`,
        `SELECT COALESCE(j.excluded_reason, '') AS reason, count(*)::int AS judgments FROM judgments j JOIN items i ON i.id = j.item_id
       WHERE j.study_id = $1 AND j.is_current AND j.excluded_at IS NOT NULL AND ${matching} GROUP BY 1 ORDER BY 2 DESC, 1`,
        values,
      ),
      getAgreement(access, filter),
      getDatasheet(access),
      getProtocol(studyId, access.protocolVersion),
      hasClusters(applied),
    ])
  const [study] = studies
  const [counts] = judgments
  if (!study || !counts) throw new DomainError('not_found', 'There is no such study.')
  return {
    ...study,
    slug: access.slug,
    methodVersion,
    protocolVersion: access.protocolVersion,
    protocol,
    filter,
    models: access.sealed ? null : models,
    modelCount: models.length,
    items,
    annotators,
    judgments: counts,
    exclusions,
    agreement,
    isClustered,
    datasheet,
  }
}
