import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'

export interface ModelView {
  name: string
  /** Null while the study is sealed: people who decide blindly know the model by this name. */
  codeName: string | null
  items: number
  responses: number
  /** Null while the study is sealed: what stands beside a response as its status would tell whose it is. */
  notOk: number | null
  byLanguage: { language: string; items: number }[]
}

export interface ModelsView {
  itemsByLanguage: { language: string; items: number }[]
  models: ModelView[]
}

/** The models of a study by name, with what was imported of each. */
export async function getModels(study: StudyAccess): Promise<ModelsView> {
  const [models, counts, languages] = await Promise.all([
    sql<{ id: string; name: string; code_name: string }>(
      'models_of_study',
      'SELECT id, name, code_name FROM models WHERE study_id = $1',
      [study.studyId],
    ),
    sql<{ model_id: string; language: string; items: number; responses: number; not_ok: number }>(
      'models_counts',
      `SELECT s.model_id, i.language, count(DISTINCT s.item_id)::int AS items, count(*)::int AS responses,
         count(*) FILTER (WHERE r.status <> 'OK')::int AS not_ok
       FROM items i JOIN response_sources s ON s.item_id = i.id JOIN responses r ON r.id = s.response_id
       WHERE i.study_id = $1 GROUP BY s.model_id, i.language ORDER BY i.language`,
      [study.studyId],
    ),
    sql<{ language: string; items: number }>(
      'models_languages',
      'SELECT language, count(*)::int AS items FROM items WHERE study_id = $1 GROUP BY language ORDER BY language',
      [study.studyId],
    ),
  ])
  return {
    itemsByLanguage: languages,
    models: models
      .map(model => {
        const own = counts.filter(count => count.model_id === model.id)
        const sum = (of: (count: (typeof own)[number]) => number) => own.reduce((total, count) => total + of(count), 0)
        return {
          name: model.name,
          codeName: study.sealed ? null : model.code_name,
          items: sum(count => count.items),
          responses: sum(count => count.responses),
          notOk: study.sealed ? null : sum(count => count.not_ok),
          byLanguage: own.map(({ language, items }) => ({ language, items })),
        }
      })
      .sort((a, b) => a.name.localeCompare(b.name)),
  }
}
