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

/** Sums of ratings in the database: rows are few, however many ratings there are. */
export async function sumRatings(
  applied: AppliedFilter,
  /** Of `ratedParameters`. */
  parameters: unknown[],
  view: RatingView = 'headline',
): Promise<{ totals: CellTotals[]; scoreCounts: ScoreCounts[] }> {
  return withConnection(async client => {
    // Sorting and hashing a million rows in the default 4 MB would go through the disk.
    await client.query("SET LOCAL work_mem = '64MB'")
    const cells = await client.query<Omit<CellTotals, 'sum'> & { sum: string }>(
      `WITH cells AS (
         SELECT item_id, model_id, count(*)::int AS ratings, sum(steps) AS steps FROM (${ratedResponses(applied, view)}) v GROUP BY 1, 2)
       SELECT language_key(i.source_language, i.language) AS language, i.category_id AS "categoryId", c.model_id AS "modelId", c.ratings AS "ratingsPerItem",
         count(*)::int AS items, sum(c.steps)::text AS sum
       FROM cells c JOIN items i ON i.id = c.item_id GROUP BY 1, 2, 3, 4`,
      parameters,
    )
    const counts = await client.query<ScoreCounts>(
      `SELECT language_key(i.source_language, i.language) AS language, v.model_id AS "modelId", v.steps, sum(v.ratings)::int AS ratings
       FROM (SELECT item_id, model_id, steps, count(*) AS ratings FROM (${ratedResponses(applied, view)}) r GROUP BY 1, 2, 3) v
         JOIN items i ON i.id = v.item_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      parameters,
    )
    return { totals: cells.rows.map(row => ({ ...row, sum: BigInt(row.sum) })), scoreCounts: counts.rows }
  })
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
