import 'server-only'
import { sql } from '../../platform/db'
import { rational } from '../../statistics/rational'
import type { CellClusters, CellTotals } from '../score-table'
import type { AppliedFilter } from './apply-filter'
import { countedItems } from './filtered'
import { type RatingView, ratedResponses } from './rated-responses'

/** What items belong together, by their metadata; null: nothing is said. `i`: items. */
export const clusterOf = "COALESCE(i.metadata->>'cluster', i.metadata->>'conversation', i.metadata->>'document')"

/** Whether any two items of a study belong together. */
export async function hasClusters(applied: AppliedFilter): Promise<boolean> {
  const found = await sql(
    `results_has_clusters_${applied.shape}`,
    `SELECT 1 FROM items i WHERE i.study_id = $1 AND ${countedItems(applied)} AND ${clusterOf} IS NOT NULL
     GROUP BY ${clusterOf} HAVING count(*) > 1 LIMIT 1`,
    applied.values,
  )
  return found.length > 0
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

interface Row {
  language: string | null
  categoryId: string | null
  isAllCategories: boolean
  modelId: string
  clusters: number
  squares: string
  products: string
  sizes: string
}

/**
 * The clusters of every cell of the tables whose `totals` are given, where items belong together (`hasClusters`). Exact: item means
 * are whole numbers of 1/L, L being the least common multiple of how many ratings items have.
 */
export async function sumClusters(
  applied: AppliedFilter,
  /** Of `ratedParameters`. */
  parameters: unknown[],
  totals: readonly CellTotals[],
  view: RatingView = 'headline',
): Promise<CellClusters[]> {
  const common = [...new Set(totals.map(row => BigInt(row.ratingsPerItem)))].reduce(
    (multiple, ratings) => (multiple * ratings) / gcd(multiple, ratings),
    1n,
  )
  const rows = await sql<Row>(
    `results_clusters_${view}_${applied.shape}`,
    `WITH cells AS (
       SELECT item_id, model_id, count(*) AS ratings, sum(steps) AS steps FROM (${ratedResponses(applied, view)}) v GROUP BY 1, 2),
     clusters AS (
       SELECT k.cluster, k.language, k.category_id, c.model_id, GROUPING(k.category_id) AS is_all, count(*)::numeric AS items,
         sum(div(c.steps * $6::numeric, c.ratings)) AS sum
       FROM cells c JOIN (
         SELECT i.id, COALESCE(${clusterOf}, i.id::text) AS cluster, language_key(i.source_language, i.language) AS language, i.category_id
         FROM items i WHERE i.study_id = $1) k ON k.id = c.item_id
       GROUP BY GROUPING SETS ((k.cluster, c.model_id, k.language, k.category_id), (k.cluster, c.model_id, k.language),
         (k.cluster, c.model_id, k.category_id), (k.cluster, c.model_id)))
     SELECT language, category_id AS "categoryId", is_all = 1 AS "isAllCategories", model_id AS "modelId", count(*)::int AS clusters,
       sum(sum * sum)::text AS squares, sum(sum * items)::text AS products, sum(items * items)::text AS sizes
     FROM clusters GROUP BY 1, 2, 3, 4`,
    [...parameters, String(common)],
  )
  return rows.map(({ language, categoryId, isAllCategories, modelId, clusters, squares, products, sizes }) => ({
    language,
    categoryId: isAllCategories ? undefined : categoryId,
    modelId,
    clusters,
    squares: rational(BigInt(squares), common * common),
    products: rational(BigInt(products), common),
    sizes: BigInt(sizes),
  }))
}
