import 'server-only'
import { sql, withConnection } from '../../platform/db'
import type { CellTotals, TableModel } from '../score-table'
import type { ItemGroup } from '../table-columns'
import type { AppliedFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses, decidedDisagreements } from './filtered'
import { type RatingView, ratedResponses } from './rated-responses'

/** How often a model got each score in a language. */
export interface ScoreCounts {
  language: string
  modelId: string
  steps: number
  ratings: number
}

/** Responses of a model in a language that are not plain answers. */
export interface StatusCount {
  language: string
  modelId: string
  status: 'REFUSED' | 'TRUNCATED' | 'FAILED' | 'NOT_COLLECTED'
  responses: number
}

export const listModels = (studyId: string): Promise<TableModel[]> =>
  sql('results_models', 'SELECT id, name FROM models WHERE study_id = $1 ORDER BY position, name', [studyId])

/** In the order in which the items came. */
export async function listLanguages(studyId: string): Promise<string[]> {
  const text =
    "SELECT language_key(source_language, language) AS language FROM items WHERE study_id = $1 AND purpose = 'STUDY' GROUP BY 1 ORDER BY min(position)"
  const rows = await sql<{ language: string }>('results_languages', text, [studyId])
  return rows.map(row => row.language)
}

export const listItemGroups = (applied: AppliedFilter): Promise<ItemGroup[]> =>
  sql(
    `results_item_groups_${applied.shape}`,
    `SELECT language_key(i.source_language, i.language) AS language, i.category_id AS "categoryId", c.short_name AS "shortName", c.name
     FROM items i LEFT JOIN categories c ON c.id = i.category_id WHERE i.study_id = $1 AND ${countedItems(applied)}
     GROUP BY 1, i.category_id, c.short_name, c.name, c.position ORDER BY c.position NULLS LAST, c.name`,
    applied.values,
  )

interface SumRow extends Omit<CellTotals, 'sum' | 'sumOfSquares'> {
  steps: number | null
  sum: string
  sumOfSquares: string
}

/**
 * Sums of ratings in the database: rows are few, however many ratings there are. The joined ratings are read once, and
 * counted both by item (of which the cells are made) and by score.
 */
export async function sumRatings(
  applied: AppliedFilter,
  /** Of `ratedParameters`. */
  parameters: unknown[],
  view: RatingView = 'headline',
): Promise<{ totals: CellTotals[]; scoreCounts: ScoreCounts[] }> {
  const rows = await withConnection(async client => {
    // Sorting and hashing a million rows in the default 4 MB would go through the disk.
    await client.query("SET LOCAL work_mem = '64MB'")
    const result = await client.query<SumRow>(
      `WITH counted AS MATERIALIZED (
         SELECT item_id, language, category_id, model_id, steps, count(*)::int AS ratings, sum(steps) AS sum, GROUPING(item_id) AS is_score
         FROM (${ratedResponses(applied, view)}) v
         GROUP BY GROUPING SETS ((item_id, language, category_id, model_id), (language, model_id, steps)))
       SELECT language, category_id AS "categoryId", model_id AS "modelId", ratings AS "ratingsPerItem", NULL AS steps,
         count(*)::int AS items, sum(sum)::text AS sum, sum(sum * sum)::text AS "sumOfSquares"
       FROM counted WHERE is_score = 0 GROUP BY 1, 2, 3, 4
       UNION ALL
       SELECT language, NULL, model_id, ratings, steps, 0, '0', '0' FROM counted WHERE is_score = 1
       ORDER BY language, "modelId", steps`,
      parameters,
    )
    return result.rows
  })
  return {
    totals: rows
      .filter(row => row.steps === null)
      .map(({ steps: _, ...row }) => ({ ...row, sum: BigInt(row.sum), sumOfSquares: BigInt(row.sumOfSquares) })),
    scoreCounts: rows.flatMap(({ language, modelId, steps, ratingsPerItem }) =>
      steps === null ? [] : [{ language, modelId, steps, ratings: ratingsPerItem }],
    ),
  }
}

export const listStatusCounts = (applied: AppliedFilter): Promise<StatusCount[]> =>
  sql(
    `results_statuses_${applied.shape}`,
    `SELECT language_key(i.source_language, i.language) AS language, s.model_id AS "modelId", o.status::text AS status, count(*)::int AS responses
     FROM items i JOIN responses o ON o.item_id = i.id JOIN response_sources s ON s.response_id = o.id
     WHERE i.study_id = $1 AND ${countedItems(applied)} AND ${countedResponses(applied)} AND o.status <> 'OK' GROUP BY 1, 2, 3`,
    applied.values,
  )

export interface StudyFacts {
  name: string
  disclosure: string
  live: number
  recorded: number
  annotators: number
  sharedResponses: number
  /** Sets of responses on which an adjudicator decided. */
  adjudicated: number
}

/** What stands around the tables. Recorded judgments without a name count as one annotator. */
export async function getStudyFacts(applied: AppliedFilter): Promise<StudyFacts> {
  const [facts] = await sql<StudyFacts>(
    `results_facts_${applied.shape}`,
    `SELECT t.name, t.disclosure, b.*, (SELECT count(*)::int FROM ${decidedDisagreements}) AS adjudicated,
       (SELECT count(*)::int FROM items i JOIN responses o ON o.item_id = i.id
        WHERE i.study_id = t.id AND ${countedItems(applied)} AND o.representative_id <> o.id) AS "sharedResponses"
     FROM studies t, LATERAL (
       SELECT count(*) FILTER (WHERE origin = 'LIVE')::int AS live,
         count(*) FILTER (WHERE origin = 'RECORDED')::int AS recorded,
         count(DISTINCT COALESCE(user_id::text, 'recorded ' || COALESCE(annotator_label, '')))::int AS annotators
       FROM judgments j JOIN items i ON i.id = j.item_id AND ${countedItems(applied)}
       WHERE j.study_id = t.id AND ${countedJudgments(applied)}) b
     WHERE t.id = $1`,
    applied.values,
  )
  if (!facts) throw new Error('a study that was proven is gone')
  return facts
}
