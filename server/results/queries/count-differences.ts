import 'server-only'
import { withConnection } from '../../platform/db'
import type { DifferenceCount } from '../computed/paired-differences'
import type { AppliedFilter } from './apply-filter'
import { clusterOf, hasClusters } from './cluster-sums'
import { ratedResponses } from './rated-responses'

/**
 * How often two models differ by how much, over the items that both have: the mean of one's ratings minus that of the
 * other's, in steps as a fraction. Counted in the database, for the differences are few and the items many.
 */
export async function countDifferences(
  applied: AppliedFilter,
  /** Of `ratedParameters`. */
  parameters: unknown[],
): Promise<DifferenceCount[]> {
  const clustered = await hasClusters(applied)
  const cluster = clustered ? `COALESCE(${clusterOf}, i.id::text)` : 'NULL'
  const items = clustered ? 'JOIN items i ON i.id = x.item_id' : ''
  // Sums of fractions hang on their order in the last digit, and ids are random.
  const order = `a.position, a.name, b.position, b.name, numerator, denominator${clustered ? ', min(i.position)' : ''}`
  return withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    const { rows } = await client.query<DifferenceCount>(
      `WITH cells AS (
         SELECT item_id, model_id, count(*) AS ratings, sum(steps) AS sum FROM (${ratedResponses(applied)}) v GROUP BY 1, 2)
       SELECT x.model_id AS first, y.model_id AS second, ${cluster} AS cluster, (x.sum * y.ratings - y.sum * x.ratings)::int AS numerator,
         (x.ratings * y.ratings)::int AS denominator, count(*)::int AS items
       FROM cells x JOIN cells y ON y.item_id = x.item_id JOIN models a ON a.id = x.model_id
         JOIN models b ON b.id = y.model_id AND (b.position, b.name) > (a.position, a.name) ${items}
       GROUP BY 1, 2, 3, 4, 5, a.position, a.name, b.position, b.name ORDER BY ${order}`,
      parameters,
    )
    return rows
  })
}
