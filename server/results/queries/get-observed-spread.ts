import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import type { ObservedSpread } from '../../studies/queries/get-plan'
import { comparedCriteria } from '../compared-criteria'
import { requireUnsealed } from '../require-unsealed'
import { responseScales } from '../response-scales'
import { applyFilter } from './apply-filter'
import { getComparisons } from './get-comparisons'
import { ratedParameters, ratedResponses } from './rated-responses'

/**
 * How far models differed on the items of a study, for planning another one: the standard deviation of paired differences
 * (root mean square over the pairs of models) on its first scale, and the share of ties. @throws blinded
 */
export async function getObservedSpread(access: StudyAccess): Promise<ObservedSpread> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const [scale] = responseScales(protocol)
  const applied = await applyFilter(access.studyId)
  const [spread] = scale
    ? await sql<{ variance: number | null }>(
        `observed_spread_${applied.shape}`,
        `WITH cells AS (SELECT item_id, model_id, avg(steps)::float8 AS mean FROM (${ratedResponses(applied)}) v GROUP BY 1, 2)
         SELECT avg(p.variance) AS variance FROM (
           SELECT var_samp(x.mean - y.mean) AS variance FROM cells x JOIN cells y ON y.item_id = x.item_id AND y.model_id > x.model_id
           GROUP BY x.model_id, y.model_id HAVING count(*) > 1) p`,
        ratedParameters(applied, scale.id, protocol),
      )
    : []
  const pairs = comparedCriteria(protocol).length === 0 ? [] : (await getComparisons(access)).pairs
  const sum = (key: 'wins' | 'ties' | 'losses') => pairs.reduce((all, pair) => all + pair[key], 0)
  const n = sum('wins') + sum('ties') + sum('losses')
  return {
    deviation: scale && spread?.variance != null ? Math.sqrt(spread.variance) * scale.step : null,
    tieShare: n === 0 ? null : sum('ties') / n,
  }
}
