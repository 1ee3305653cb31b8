import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { recordedNumbers } from './recorded-numbers'
import { listLanguages } from './score-rows'

/** What results of a study can be filtered by. */
export interface FilterChoices {
  languages: string[]
  /** Null: items without a category. */
  categories: { shortName: string | null; name: string | null }[]
  /** Pseudonyms, and numbers of recorded ones. */
  annotators: string[]
  /** Pairs that items have; keys of which nearly every item has its own value are left out. */
  metadata: { key: string; value: string }[]
}

const mostValues = 60

const listCategories = (studyId: string) =>
  sql<FilterChoices['categories'][number]>(
    'filter_choices_categories',
    `SELECT c.short_name AS "shortName", c.name FROM items i LEFT JOIN categories c ON c.id = i.category_id
     WHERE i.study_id = $1 AND i.purpose = 'STUDY' GROUP BY c.id, c.short_name, c.name, c.position
     ORDER BY c.position NULLS LAST, c.name`,
    [studyId],
  )

/** Those without a name are "recorded" together. */
const listAnnotators = (studyId: string) =>
  sql<{ name: string }>(
    'filter_choices_annotators',
    `SELECT name FROM (
       SELECT DISTINCT u.pseudonym AS name, 0 AS kind, 0 AS number FROM judgments j JOIN users u ON u.id = j.user_id
         WHERE j.study_id = $1 AND j.is_current AND j.origin = 'LIVE'
       UNION ALL SELECT 'recorded-' || number, 1, number::int FROM (${recordedNumbers}) n
       UNION ALL (SELECT 'recorded', 2, 0 FROM judgments
         WHERE study_id = $1 AND origin = 'RECORDED' AND is_current AND annotator_label IS NULL LIMIT 1)) a
     ORDER BY kind, number, name`,
    [studyId],
  )

const listMetadata = (studyId: string) =>
  sql<{ key: string; value: string }>(
    'filter_choices_metadata',
    `SELECT key, value FROM (
       SELECT m.key, m.value, count(*) OVER (PARTITION BY m.key) AS distinct_values
       FROM items i CROSS JOIN LATERAL jsonb_each_text(i.metadata) m
       WHERE i.study_id = $1 AND i.purpose = 'STUDY' AND jsonb_typeof(i.metadata) = 'object'
         AND m.key !~ ':' AND length(m.value) BETWEEN 1 AND 200
       GROUP BY m.key, m.value) v
     WHERE distinct_values <= ${mostValues} ORDER BY key, value`,
    [studyId],
  )

/** Names no model, so that agreement can be filtered while the study is blind. */
export async function getFilterChoices({ studyId }: StudyAccess): Promise<FilterChoices> {
  const [languages, categories, annotators, metadata] = await Promise.all([
    listLanguages(studyId),
    listCategories(studyId),
    listAnnotators(studyId),
    listMetadata(studyId),
  ])
  return { languages, categories, annotators: annotators.map(({ name }) => name), metadata }
}
