import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import type { Reason } from '../../statistics/reason'
import { meanOfMoments } from '../../statistics/scores/mean-of-moments'
import { getProtocol } from '../../studies/queries'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import type { TableModel } from '../score-table'
import { applyFilter } from './apply-filter'
import { chooseScale, type Scores } from './get-scores'
import { ratedBy } from './rated-by'
import { ratedParameters } from './rated-responses'
import { listModels } from './score-rows'

export interface AnnotatorScores {
  /** A pseudonym, or "recorded-1" …; as the filter takes it. */
  annotator: string
  judgments: number
  ratings: number
  /** Of all their ratings, on the scale: severity, where everybody judged the same kind of items. */
  mean: number
  /** n − 1; null: one rating. */
  standardDeviation: number | null
  /** Of their judgments; null: recorded elsewhere. */
  medianActiveMs: number | null
  /** One rating, or always the same: has no z-scores and is not in the normalised means. */
  isConstant: boolean
}

export interface NormalisedModel {
  model: TableModel
  /** Items. */
  n: number
  value: number | null
  lower: number | null
  upper: number | null
  reason: Reason | null
}

/** A second view of the scores: by whom, and with every annotator's own level and spread taken out. */
export interface AnnotatorView {
  scale: Scores['scale']
  annotators: AnnotatorScores[]
  /** Mean over items of z-scores per annotator; reorders models, and misleads where annotators saw different mixes of them. */
  normalised: NormalisedModel[]
}

/** Floats are summed up in their order: in another one the last digits would differ, and so would two copies of a study. */
const query = (rated: string) => `
  WITH rated AS MATERIALIZED (${rated}),
  annotators AS MATERIALIZED (
    SELECT annotator, count(*)::int AS ratings, count(DISTINCT judgment_id)::int AS judgments, avg(steps)::float8 AS mean, stddev_samp(steps)::float8 AS deviation
    FROM rated GROUP BY 1),
  times AS (
    SELECT annotator, percentile_cont(0.5) WITHIN GROUP (ORDER BY active_ms)::float8 AS median
    FROM (SELECT DISTINCT annotator, judgment_id, active_ms FROM rated WHERE active_ms IS NOT NULL) t GROUP BY 1),
  z AS (
    SELECT item_id, model_id, avg(z ORDER BY z) AS z FROM (
      SELECT r.item_id, r.model_id, (r.steps - a.mean) / a.deviation AS z FROM rated r JOIN annotators a ON a.annotator = r.annotator
      WHERE a.deviation > 0) o GROUP BY 1, 2),
  normalised AS (SELECT model_id, count(*)::int AS n, avg(z ORDER BY z) AS mean, stddev_samp(z ORDER BY z) AS deviation FROM z GROUP BY 1)
  SELECT (SELECT json_agg(json_build_object('annotator', a.annotator, 'ratings', a.ratings, 'judgments', a.judgments, 'mean', a.mean,
      'deviation', a.deviation, 'median', t.median) ORDER BY a.annotator) FROM annotators a LEFT JOIN times t ON t.annotator = a.annotator) AS annotators,
    (SELECT json_agg(q) FROM normalised q) AS normalised`

interface Row {
  annotators:
    | {
        annotator: string
        ratings: number
        judgments: number
        mean: number
        deviation: number | null
        median: number | null
      }[]
    | null
  normalised: { model_id: string; n: number; mean: number; deviation: number | null }[] | null
}

/** @throws blinded, not_found, invalid */
export async function computeAnnotatorView(
  access: StudyAccess,
  { criterion, filter }: ResultsInput,
): Promise<AnnotatorView> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const { id, label, min, max, step } = chooseScale(protocol, criterion)
  const applied = await applyFilter(access.studyId, filter)
  const models = await listModels(access.studyId)
  const row = await withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    return (await client.query<Row>(query(ratedBy(applied)), ratedParameters(applied, id, protocol))).rows[0]
  })
  return {
    scale: { id, label, min, max, step },
    annotators: (row?.annotators ?? []).map(({ annotator, ratings, judgments, mean, deviation, median }) => ({
      annotator,
      judgments,
      ratings,
      mean: min + mean * step,
      standardDeviation: deviation === null ? null : deviation * step,
      medianActiveMs: median,
      isConstant: deviation === null || deviation === 0,
    })),
    normalised: models.map(model => {
      const found = row?.normalised?.find(one => one.model_id === model.id)
      const { n, value, lower, upper, reason } = meanOfMoments(
        { n: found?.n ?? 0, mean: found?.mean ?? null, standardDeviation: found?.deviation ?? null },
        'z-scores per rater, mean over items, t interval over items',
      )
      return { model, n, value, lower, upper, reason }
    }),
  }
}
