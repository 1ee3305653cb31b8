import 'server-only'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { type ResultFilter, wholeStudy } from '../filter'
import { identityLeakPattern } from '../identity-leak-pattern'
import { recordedNumbers } from './recorded-numbers'

/** A filter whose values the study has, ready for the fragments of `filtered.ts`. */
export interface AppliedFilter {
  filter: ResultFilter
  /** The texts of two filters differ where their shapes do: part of the names of statements. */
  shape: string
  /** $1 and $2 of every query of results. */
  values: [study: string, filter: string]
  /** Only items whose id begins with this byte; null: all. */
  block: number | null
}

/** Makes a filter ready. @throws invalid for values that the study does not have */
export async function applyFilter(studyId: string, filter: ResultFilter = wholeStudy): Promise<AppliedFilter> {
  await Promise.all([
    refuseUnknown(studyId, 'language', filter.languages),
    refuseUnknown(studyId, 'category', filter.categories),
  ])
  await refuseUnknownMetadata(studyId, filter.metadata)
  const annotators = filter.annotators && (await findAnnotators(studyId, filter.annotators))
  const without = filter.withoutAnnotators && (await findAnnotators(studyId, filter.withoutAnnotators))
  const metadata: Record<string, string[]> = {}
  for (const { key, value } of filter.metadata ?? []) metadata[key] = [...(metadata[key] ?? []), value]
  const parameter = {
    ...filter,
    metadata,
    annotatorsIds: annotators?.ids,
    annotatorsLabels: annotators?.labels,
    withoutAnnotatorsIds: without?.ids,
    withoutAnnotatorsLabels: without?.labels,
    leakPattern: filter.without.includes('identity-leak') ? identityLeakPattern(await modelNames(studyId)) : undefined,
  }
  return { filter, shape: shapeOf(filter), values: [studyId, JSON.stringify(parameter)], block: null }
}

/** The same, for the items whose id begins with byte `block` (0–255). */
export function inBlock(applied: AppliedFilter, block: number): AppliedFilter {
  const byte = block.toString(16).padStart(2, '0')
  const [study, parameter] = applied.values
  const range = {
    firstItem: `${byte}000000-0000-0000-0000-000000000000`,
    lastItem: `${byte}ffffff-ffff-ffff-ffff-ffffffffffff`,
  }
  return {
    ...applied,
    block,
    shape: `${applied.shape}b`,
    values: [study, JSON.stringify({ ...JSON.parse(parameter), ...range })],
  }
}

/** Statement names have at most 63 characters: a letter for each condition. */
function shapeOf(filter: ResultFilter): string {
  const letters = {
    languages: 'l',
    categories: 'c',
    annotators: 'p',
    withoutAnnotators: 'q',
    from: 's',
    to: 'u',
    metadata: 'm',
  } as const
  const asked = Object.entries(letters).filter(([name]) => filter[name as keyof typeof letters] !== undefined)
  const marks = { flagged: 'f', 'too-fast': 't', 'identity-leak': 'i' } as const
  return [
    filter.judgments.slice(0, 2),
    ...asked.map(([, letter]) => letter),
    ...filter.without.map(one => marks[one]),
  ].join('')
}

const groupsOf = {
  language: `SELECT language_key(i.source_language, i.language) AS name FROM items i WHERE i.study_id = $1 AND i.purpose = 'STUDY' GROUP BY 1`,
  category: `SELECT COALESCE(c.short_name, '-') AS name FROM items i LEFT JOIN categories c ON c.id = i.category_id
    WHERE i.study_id = $1 AND i.purpose = 'STUDY' GROUP BY 1`,
}

async function refuseUnknown(studyId: string, kind: keyof typeof groupsOf, given: string[] | undefined) {
  if (!given) return
  const known = (await sql<{ name: string }>(`filter_${kind}`, `${groupsOf[kind]} ORDER BY 1`, [studyId])).map(
    row => row.name,
  )
  const unknown = given.filter(value => !known.includes(value))
  if (unknown.length > 0)
    refuse(kind, unknown, `No item of this study has the ${kind} ${quoted(unknown)}. There are: ${known.join(', ')}.`)
}

async function refuseUnknownMetadata(studyId: string, given: ResultFilter['metadata']) {
  for (const { key, value } of given ?? []) {
    const found = await sql(
      'filter_metadata',
      "SELECT 1 FROM items i WHERE i.study_id = $1 AND i.purpose = 'STUDY' AND i.metadata->>$2::text = $3 LIMIT 1",
      [studyId, key, value],
    )
    if (found.length === 0) refuse('meta', [`${key}:${value}`], `No item of this study has "${value}" as its "${key}".`)
  }
}

/** Whoever judged, by pseudonym, by number, or by label. */
async function findAnnotators(studyId: string, names: string[]): Promise<{ ids: string[]; labels: string[] }> {
  const rows = await sql<{ name: string; id: string | null; label: string | null }>(
    'filter_annotators',
    `WITH recorded AS (
       SELECT label, 'recorded-' || number AS shown FROM (${recordedNumbers}) n
       UNION ALL (SELECT '', 'recorded' FROM judgments WHERE study_id = $1 AND origin = 'RECORDED' AND annotator_label IS NULL LIMIT 1))
     SELECT u.pseudonym AS name, u.id::text, NULL AS label FROM users u WHERE u.pseudonym = ANY ($2::text[])
       AND EXISTS (SELECT 1 FROM judgments j WHERE j.study_id = $1 AND j.user_id = u.id)
     UNION ALL SELECT shown, NULL, label FROM recorded WHERE shown = ANY ($2)
     UNION ALL SELECT label, NULL, label FROM recorded WHERE label = ANY ($2)`,
    [studyId, names],
  )
  const unknown = names.filter(name => !rows.some(row => row.name === name))
  if (unknown.length > 0) refuse('annotator', unknown, `Nobody called ${quoted(unknown)} has judged in this study.`)
  return { ids: rows.flatMap(row => row.id ?? []), labels: rows.flatMap(row => row.label ?? []) }
}

async function modelNames(studyId: string): Promise<string[]> {
  const rows = await sql<{ name: string }>('filter_models', 'SELECT name FROM models WHERE study_id = $1', [studyId])
  return rows.map(row => row.name)
}

const quoted = (values: string[]) => values.map(value => `"${value}"`).join(', ')

function refuse(parameter: string, unknown: string[], message: string): never {
  throw new DomainError('invalid', message, { parameter, unknown })
}
