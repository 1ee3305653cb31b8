import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { mean } from '../../statistics/mean'
import { kendallW } from '../../statistics/rankings/kendall-w'
import { getProtocol } from '../../studies/queries'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import type { TableModel } from '../score-table'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses } from './filtered'
import { chooseCompared } from './get-comparisons'

export interface Ranks {
  /** Mean over items of the mean rank over annotators; responses that share a rank have its middle. The best first. */
  models: { model: TableModel; meanRank: number; items: number }[]
  /** Kendall's W: mean over the items that several annotators ranked, and how many these are; null without any. */
  concordance: { value: number; items: number } | null
}

const rankings = (applied: AppliedFilter) => `
  SELECT j.id AS judgment_id, j.item_id, j.origin, r.response_id, r.value,
    rank() OVER w + (count(*) OVER (PARTITION BY j.id, r.value) - 1) / 2.0 AS midrank
  FROM judgments j JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $3 AND r.value IS NOT NULL JOIN items i ON i.id = j.item_id
  WHERE j.study_id = $1 AND ${countedJudgments(applied)} AND ${countedItems(applied)}
  WINDOW w AS (PARTITION BY j.id ORDER BY r.value)`

/** What is special about rankings; null for other criteria. @throws blinded, not_found, invalid */
export async function getRanks(access: StudyAccess, wanted: ResultsInput = {}): Promise<Ranks | null> {
  requireUnsealed(access)
  const { id, source } = chooseCompared(await getProtocol(access.studyId, access.protocolVersion), wanted.criterion)
  if (source !== 'ranking') return null
  const applied = await applyFilter(access.studyId, wanted.filter)
  const values = [...applied.values, id]
  const [models, repeated] = await Promise.all([
    sql<{ id: string; name: string; meanRank: number; items: number }>(
      `results_mean_ranks_${applied.shape}`,
      `SELECT m.id, m.name, avg(k.rank)::float8 AS "meanRank", count(*)::int AS items FROM (
         SELECT v.item_id, s.model_id, avg(v.midrank) AS rank FROM (${rankings(applied)}) v
           JOIN responses o ON o.item_id = v.item_id AND v.response_id = CASE v.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END AND ${countedResponses(applied)}
           JOIN response_sources s ON s.response_id = o.id GROUP BY 1, 2) k
         JOIN models m ON m.id = k.model_id GROUP BY m.id, m.name, m.position ORDER BY 3, m.position`,
      values,
    ),
    sql<{ rankings: number[][] }>(
      `results_repeated_rankings_${applied.shape}`,
      `SELECT json_agg(v.ranks) AS rankings FROM (
         SELECT item_id, array_agg(value ORDER BY response_id) AS ranks, array_agg(response_id ORDER BY response_id) AS responses
         FROM (${rankings(applied)}) r GROUP BY item_id, judgment_id) v
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
