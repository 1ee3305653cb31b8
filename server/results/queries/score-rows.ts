import 'server-only'
import { sql, withConnection } from '../../platform/db'
import { readSums, type ScoreSums } from '../computed/sums'
import type { TableModel } from '../score-table'
import type { ItemGroup } from '../table-columns'
import type { AppliedFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses, decidedDisagreements } from './filtered'
import type { RatingView } from './rated-responses'
import { sumScores } from './sum-scores'

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

/** Sums of ratings; {@link sumScores}, all at once. */
export async function sumRatings(
  applied: AppliedFilter,
  /** Of `ratedParameters`. */
  parameters: unknown[],
  view: RatingView = 'headline',
): Promise<ScoreSums> {
  const sums = await withConnection(client => sumScores(client, applied, parameters, 'all', view))
  return readSums(sums.get(0) ?? new Map())
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
  const [frame, adjudicated, [judged]] = await Promise.all([
    getStudyFrame(applied),
    countDecided(applied.values[0]),
    sql<Pick<StudyFacts, 'live' | 'recorded' | 'annotators'>>(
      `results_facts_${applied.shape}`,
      `SELECT count(*) FILTER (WHERE origin = 'LIVE')::int AS live, count(*) FILTER (WHERE origin = 'RECORDED')::int AS recorded,
         count(DISTINCT COALESCE(user_id::text, 'recorded ' || COALESCE(annotator_label, '')))::int AS annotators
       FROM judgments j JOIN items i ON i.id = j.item_id AND ${countedItems(applied)}
       WHERE j.study_id = $1 AND ${countedJudgments(applied)}`,
      applied.values,
    ),
  ])
  return { ...frame, adjudicated, ...(judged ?? { live: 0, recorded: 0, annotators: 0 }) }
}

/** How many sets of responses have an adjudicator's decision. */
export async function countDecided(studyId: string): Promise<number> {
  const [row] = await sql<{ decided: number }>(
    'results_decided',
    `SELECT count(*)::int AS decided FROM ${decidedDisagreements}`,
    [studyId],
  )
  return row?.decided ?? 0
}

/** The part of it that no judgment changes. */
export type StudyFrame = Pick<StudyFacts, 'name' | 'disclosure' | 'sharedResponses'>

export async function getStudyFrame(applied: AppliedFilter): Promise<StudyFrame> {
  const [frame] = await sql<StudyFrame>(
    `results_frame_${applied.shape}`,
    `SELECT t.name, t.disclosure,
       (SELECT count(*)::int FROM items i JOIN responses o ON o.item_id = i.id
        WHERE i.study_id = t.id AND ${countedItems(applied)} AND o.representative_id <> o.id) AS "sharedResponses"
     FROM studies t WHERE t.id = $1`,
    applied.values,
  )
  if (!frame) throw new Error('a study that was proven is gone')
  return frame
}
