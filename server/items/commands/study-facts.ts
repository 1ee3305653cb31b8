import 'server-only'
import { DomainError } from '../../platform/errors'
import type { StudyState } from '../../studies/schema'
import type { RunSql } from './existing-items'
import type { StudyFacts } from './read-source'

/** Reads what an import has to know of a study; `lock` keeps the study as it is until the transaction ends. @throws not_found, conflict */
export async function readStudyFacts(
  run: RunSql,
  studyId: string,
  lock: boolean,
): Promise<StudyFacts & { state: StudyState }> {
  const [study] = await run<{
    state: StudyState
    complete_blocks: boolean | null
    has_items: boolean
    are_translations: boolean
    is_sealed: boolean
  }>(
    lock ? 'import_lock_study' : 'import_read_study',
    `SELECT t.state::text AS state, (p.definition->>'completeBlocks')::boolean AS complete_blocks,
       (p.definition->>'blindAdmins')::boolean AND t.state <> 'DRAFT' AS is_sealed,
       EXISTS (SELECT 1 FROM items i WHERE i.study_id = t.id) AS has_items,
       t.preset = 'translation' OR EXISTS (SELECT 1 FROM items i WHERE i.study_id = t.id AND i.source_language IS NOT NULL) AS are_translations
     FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
     WHERE t.id = $1 ${lock ? 'FOR NO KEY UPDATE OF t' : ''}`,
    [studyId],
  )
  if (!study) throw new DomainError('not_found', 'There is no such study.')
  refuseClosed(study.state)
  const models = await run<{ name: string }>('import_models', 'SELECT name FROM models WHERE study_id = $1', [studyId])
  const categories = await run<{ id: string; code: string; name: string; short_name: string; aliases: string[] }>(
    'import_categories',
    'SELECT id, code, name, short_name, aliases FROM categories ORDER BY position',
    [],
  )
  return {
    studyId,
    state: study.state,
    isDraft: study.state === 'DRAFT',
    isSealed: study.is_sealed,
    hasItems: study.has_items,
    areTranslations: study.are_translations,
    completeBlocks: study.complete_blocks ?? false,
    models: new Set(models.map(model => model.name)),
    categories: categories.map(({ short_name: shortName, ...category }) => ({ ...category, shortName })),
  }
}

/** @throws conflict */
export function refuseClosed(state: StudyState) {
  if (state === 'CLOSED')
    throw new DomainError(
      'conflict',
      'This study is closed: nothing can be added to it. Make a new study for more items.',
    )
}
