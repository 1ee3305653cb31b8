import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import type { ClusterPattern } from '../../statistics/comparisons/bootstrap-bradley-terry-by-pattern'
import { getProtocol } from '../../studies/queries'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import type { TableModel } from '../score-table'
import { tieThreshold } from '../tie-threshold'
import { applyFilter } from './apply-filter'
import { itemOutcomes } from './comparison-outcomes'
import { chooseCompared, identicalItems, identicalTie } from './get-comparisons'
import { ratedParameters } from './rated-responses'
import { listModels } from './score-rows'

export interface OutcomePatterns {
  /** Those that were compared; comparisons name them by their place here. */
  models: TableModel[]
  /** What was compared on an item, and on how many items. In an order that the data alone decide. */
  patterns: ClusterPattern[]
}

/** The outcomes of each item together: what a bootstrap over items draws. @throws blinded, not_found, invalid */
export async function listOutcomePatterns(access: StudyAccess, wanted: ResultsInput = {}): Promise<OutcomePatterns> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const criterion = chooseCompared(protocol, wanted.criterion)
  const ties = tieThreshold(protocol, criterion, wanted.threshold)
  const [applied, models] = await Promise.all([applyFilter(access.studyId, wanted.filter), listModels(access.studyId)])
  const identical = identicalTie(access, protocol, criterion)
    ? `UNION ALL SELECT item_id, first, second, 0 FROM (${identicalItems(applied)}) b`
    : ''
  const rows = await withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    const outcomes = itemOutcomes(criterion.source, applied, ties ? { threshold: ties.steps } : {})
    const { rows } = await client.query<{ pattern: number[][]; items: number }>(
      `SELECT pattern, count(*)::int AS items FROM (
         SELECT v.item_id, json_agg(json_build_array(LEAST(p.x, p.y), GREATEST(p.x, p.y), CASE WHEN p.x < p.y THEN v.sign ELSE -v.sign END)
           ORDER BY LEAST(p.x, p.y), GREATEST(p.x, p.y))::text AS pattern
         FROM (SELECT item_id, first, second, sign FROM (${outcomes}) a ${identical}) v
           CROSS JOIN LATERAL (SELECT array_position($6::uuid[], v.first) - 1 AS x, array_position($6::uuid[], v.second) - 1 AS y) p
         GROUP BY 1) o GROUP BY 1 ORDER BY 1`,
      [...ratedParameters(applied, criterion.id, protocol), models.map(model => model.id)],
    )
    return rows.map(row => ({ ...row, pattern: JSON.parse(String(row.pattern)) as number[][] }))
  })
  const compared = [...new Set(rows.flatMap(row => row.pattern.flatMap(([x = 0, y = 0]) => [x, y])))].sort(
    (a, b) => a - b,
  )
  return {
    models: compared.flatMap(index => models[index] ?? []),
    patterns: rows.map(({ pattern, items }) => ({
      clusters: items,
      comparisons: pattern.map(([x = 0, y = 0, sign = 0]) => ({
        first: compared.indexOf(x),
        second: compared.indexOf(y),
        outcome: sign > 0 ? ('first' as const) : sign < 0 ? ('second' as const) : ('tie' as const),
      })),
    })),
  }
}
