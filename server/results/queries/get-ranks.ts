import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { mean } from '../../statistics/mean'
import { kendallW } from '../../statistics/rankings/kendall-w'
import { getProtocol } from '../../studies/queries'
import type { CountedJudgments } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import type { ComparisonsInput } from '../schema'
import type { TableModel } from '../score-table'
import { counted } from './counted'
import { chooseCompared } from './get-comparisons'

export interface Ranks {
  /** Mean over items of the mean rank over annotators; responses that share a rank have its middle. The best first. */
  models: { model: TableModel; meanRank: number; items: number }[]
  /** Kendall's W: mean over the items that several annotators ranked, and how many these are; null without any. */
  concordance: { value: number; items: number } | null
}

const rankings = (judgments: CountedJudgments) => `
  SELECT j.id AS judgment_id, j.item_id, j.origin, r.response_id, r.value,
    rank() OVER w + (count(*) OVER (PARTITION BY j.id, r.value) - 1) / 2.0 AS midrank
  FROM judgments j JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $2 AND r.value IS NOT NULL JOIN items i ON i.id = j.item_id
  WHERE j.study_id = $1 AND ${counted[judgments]} AND i.purpose = 'STUDY' AND ($3::text IS NULL OR i.language = $3)
  WINDOW w AS (PARTITION BY j.id ORDER BY r.value)`

/** What is special about rankings; null for other criteria. @throws blinded, not_found */
export async function getRanks(access: StudyAccess, wanted: ComparisonsInput = {}): Promise<Ranks | null> {
  requireUnsealed(access)
  const { id, source } = chooseCompared(await getProtocol(access.studyId, access.protocolVersion), wanted.criterion)
  if (source !== 'ranking') return null
  const { judgments = 'original' } = wanted
  const values = [access.studyId, id, wanted.language ?? null]
  const [models, repeated] = await Promise.all([
    sql<{ id: string; name: string; meanRank: number; items: number }>(
      `results_mean_ranks_${judgments}`,
      `SELECT m.id, m.name, avg(k.rank)::float8 AS "meanRank", count(*)::int AS items FROM (
         SELECT v.item_id, s.model_id, avg(v.midrank) AS rank FROM (${rankings(judgments)}) v
           JOIN responses o ON o.item_id = v.item_id AND v.response_id = CASE v.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END
           JOIN response_sources s ON s.response_id = o.id GROUP BY 1, 2) k
         JOIN models m ON m.id = k.model_id GROUP BY m.id, m.name, m.position ORDER BY 3, m.position`,
      values,
    ),
    sql<{ rankings: number[][] }>(
      `results_repeated_rankings_${judgments}`,
      `SELECT json_agg(v.ranks) AS rankings FROM (
         SELECT item_id, array_agg(value ORDER BY response_id) AS ranks, array_agg(response_id ORDER BY response_id) AS responses
         FROM (${rankings(judgments)}) r GROUP BY item_id, judgment_id) v
       GROUP BY v.item_id, v.responses HAVING count(*) > 1`,
      values,
    ),
  ])
  const found = repeated.flatMap(row => kendallW(row.rankings).value ?? [])
  return {
    models: models.map(({ id, name, meanRank, items }) => ({ model: { id, name }, meanRank, items })),
    concordance: found.length === 0 ? null : { value: mean(found), items: found.length },
  }
}
