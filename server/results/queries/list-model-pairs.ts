import 'server-only'
import { withConnection } from '../../platform/db'
import type { ComparisonSource } from '../compared-criteria'
import type { ModelPair } from '../head-to-head'
import type { StepThreshold } from '../tie-threshold'
import type { AppliedFilter } from './apply-filter'
import { itemOutcomes } from './comparison-outcomes'

/** One row per pair of models, summed up in the database. For those who may read results, and for steering, which shows nobody. */
export async function listModelPairs(
  source: ComparisonSource,
  applied: AppliedFilter,
  /** Of `ratedParameters`. */
  parameters: unknown[],
  threshold?: StepThreshold,
): Promise<ModelPair[]> {
  return withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    const { rows } = await client.query<Omit<ModelPair, 'identical'>>(
      `SELECT o.first, o.second, count(*) FILTER (WHERE o.sign > 0)::int AS wins, count(*) FILTER (WHERE o.sign = 0)::int AS ties,
         count(*) FILTER (WHERE o.sign < 0)::int AS losses, sum(o.judgments)::int AS judgments, sum(o.unusable)::int AS unusable
       FROM (${itemOutcomes(source, applied, { threshold })}) o GROUP BY 1, 2`,
      parameters,
    )
    return rows.map(row => ({ ...row, identical: 0 }))
  })
}
