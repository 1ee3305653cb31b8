import 'server-only'
import type { PoolClient } from 'pg'
import { type Sums, sumKey } from '../computed/sums'
import type { AppliedFilter } from './apply-filter'
import { countedItems, countedJudgments } from './filtered'
import { type RatingView, ratedResponses } from './rated-responses'

interface SumRow {
  block: number
  language: string
  categoryId: string | null
  modelId: string
  ratings: number
  /** Null: of items; else how often this score was given. */
  steps: number | null
  items: string
  sum: string
  sumOfSquares: string
}

interface JudgedRow {
  block: number
  origin: 'LIVE' | 'RECORDED'
  annotator: string
  judgments: string
}

/** The first byte of an item's id: 256 blocks of about equally many items, each a range of the index. */
const blockOf = { each: 'get_byte(uuid_send(item_id), 0)', all: '0' }

/**
 * The joined ratings are read once, and counted both by item (of which the cells are made) and by score: rows are few,
 * however many ratings there are.
 */
const ratingSums = (applied: AppliedFilter, view: RatingView, blocks: 'each' | 'all') => `
  SELECT block, language, category_id AS "categoryId", model_id AS "modelId", ratings, steps,
    count(*)::text AS items, sum(sum)::text AS sum, sum(sum * sum)::text AS "sumOfSquares"
  FROM (
    SELECT item_id, block, language, category_id, model_id, steps, count(*)::int AS ratings, sum(steps) AS sum
    FROM (SELECT v.*, ${blockOf[blocks]} AS block FROM (${ratedResponses(applied, view)}) v) v
    GROUP BY GROUPING SETS ((item_id, block, language, category_id, model_id), (block, language, model_id, steps))) counted
  GROUP BY 1, 2, 3, 4, 5, 6`

/** Recorded judgments without a name count as one annotator's. */
const judgedSums = (applied: AppliedFilter, blocks: 'each' | 'all') => `
  SELECT block, origin::text AS origin, annotator, count(*)::text AS judgments FROM (
    SELECT ${blockOf[blocks]} AS block, j.origin, CASE j.origin WHEN 'LIVE' THEN j.user_id::text ELSE COALESCE(j.annotator_label, '') END AS annotator
    FROM judgments j JOIN items i ON i.id = j.item_id AND ${countedItems(applied)}
    WHERE j.study_id = $1 AND ${countedJudgments(applied)}) j
  GROUP BY 1, 2, 3`

/** The sums of ratings, by block (all in block 0, unless `each` is asked for). `parameters`: of `ratedParameters`. */
export async function sumScores(
  client: PoolClient,
  applied: AppliedFilter,
  parameters: unknown[],
  blocks: 'each' | 'all' = 'all',
  view: RatingView = 'headline',
): Promise<Map<number, Sums>> {
  // Sorting and hashing a million rows in the default 4 MB would go through the disk.
  await client.query("SET LOCAL work_mem = '64MB'")
  const found = new Map<number, Sums>()
  const put = (block: number, key: string, amounts: bigint[]) => {
    const own = found.get(block) ?? new Map<string, bigint[]>()
    found.set(block, own.set(key, amounts))
  }
  const sums = await client.query<SumRow>(ratingSums(applied, view, blocks), parameters)
  for (const { block, language, categoryId, modelId, ratings, steps, items, sum, sumOfSquares } of sums.rows)
    if (steps === null)
      put(block, sumKey(['cell', language, categoryId, modelId, ratings]), [items, sum, sumOfSquares].map(BigInt))
    else put(block, sumKey(['score', language, modelId, steps]), [BigInt(ratings)])
  const judged = await client.query<JudgedRow>(judgedSums(applied, blocks), applied.values)
  for (const { block, origin, annotator, judgments } of judged.rows)
    put(block, sumKey(['judged', origin, annotator]), [BigInt(judgments)])
  return found
}
