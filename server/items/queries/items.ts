import 'server-only'
import { type Rubric, rubricSchema } from '../../../criteria/checklist/schema'
import { slotLetter } from '../../blinding/slot-letter'
import type { StudyAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { blindOrder } from '../blind-order'
import {
  fixedPairsSchema,
  type ItemPurpose,
  itemPageSize,
  itemPurposes,
  type Message,
  messageSchema,
  type PairMember,
} from '../schema'

export interface ItemRow {
  id: string
  externalId: string
  language: string
  category: string | null
  /** The beginning of the last user message. */
  prompt: string
  turns: number
  responses: number
  hasReference: boolean
  recordedOnly: boolean
  purpose: ItemPurpose
  sourceLanguage: string | null
  hasRubric: boolean
}

export interface ItemFilter {
  search?: string
  language?: string
  category?: string
  purpose?: ItemPurpose
  missing: boolean
  page: number
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')
const modelsOf = (item: string) =>
  `(SELECT count(DISTINCT s.model_id) FROM response_sources s WHERE s.item_id = ${item})`

/** One page of a study's items in the order of their import. */
export async function listItems(study: StudyAccess, filter: ItemFilter): Promise<{ items: ItemRow[]; count: number }> {
  const values = [
    study.studyId,
    filter.search ? `%${escapeLike(filter.search)}%` : null,
    filter.language ?? null,
    filter.category ?? null,
    filter.missing,
    filter.purpose ?? null,
  ]
  const where = `i.study_id = $1
    AND ($2::text IS NULL OR i.external_id ILIKE $2 OR i.messages::text ILIKE $2)
    AND ($3::text IS NULL OR i.language = $3)
    AND ($4::text IS NULL OR CASE $4 WHEN '-' THEN i.category_id IS NULL ELSE c.code = $4 END)
    AND ($6::text IS NULL OR i.purpose::text = $6)
    AND (NOT $5::boolean OR ${modelsOf('i.id')} < (SELECT count(*) FROM models m WHERE m.study_id = $1))`
  const [items, [counted]] = await Promise.all([
    sql<ItemRow & Record<string, unknown>>(
      'list_items',
      `SELECT p.*, (SELECT count(*)::int FROM responses r WHERE r.item_id = p.id) AS responses FROM (
         SELECT i.id, i.external_id AS "externalId", i.language, c.name AS category,
           left(COALESCE((SELECT m->>'text' FROM jsonb_array_elements(i.messages) WITH ORDINALITY a(m, n)
             WHERE m->>'role' = 'user' ORDER BY n LIMIT 1), ''), 200) AS prompt,
           (SELECT count(*)::int FROM jsonb_array_elements(i.messages) m WHERE m->>'role' = 'user') AS turns,
           cardinality(i.references) > 0 AS "hasReference", i.recorded_only AS "recordedOnly", i.position,
           i.purpose::text AS purpose, i.source_language AS "sourceLanguage",
           EXISTS (SELECT 1 FROM rubrics u WHERE u.item_id = i.id) AS "hasRubric"
         FROM items i LEFT JOIN categories c ON c.id = i.category_id
         WHERE ${where} ORDER BY i.position LIMIT $7 OFFSET $8) p ORDER BY p.position`,
      [...values, itemPageSize, filter.page * itemPageSize],
    ),
    sql<{ count: number }>(
      'count_items',
      `SELECT count(*)::int AS count FROM items i LEFT JOIN categories c ON c.id = i.category_id WHERE ${where}`,
      values,
    ),
  ])
  return {
    count: counted?.count ?? 0,
    items: items.map(({ position: _, ...item }) => item as unknown as ItemRow),
  }
}

export interface ItemFacets {
  items: number
  languages: { tag: string; count: number }[]
  /** code "-": without a category. */
  categories: { code: string; name: string; count: number }[]
  purposes: { purpose: ItemPurpose; count: number }[]
}

/** What a study's items can be filtered by. */
export async function getItemFacets(study: StudyAccess): Promise<ItemFacets> {
  type Facet = { tag: string; code: string | null; name: string | null; purpose: ItemPurpose; count: number }
  const rows = await sql<Facet>(
    'item_facets',
    `SELECT i.language AS tag, c.code, c.name, i.purpose::text AS purpose, count(*)::int AS count
     FROM items i LEFT JOIN categories c ON c.id = i.category_id
     WHERE i.study_id = $1 GROUP BY i.language, c.code, c.name, c.position, i.purpose ORDER BY c.position NULLS LAST`,
    [study.studyId],
  )
  const purposes = new Map<ItemPurpose, number>()
  const languages = new Map<string, number>()
  const categories = new Map<string, { code: string; name: string; count: number }>()
  for (const { tag, code, name, purpose, count } of rows) {
    purposes.set(purpose, (purposes.get(purpose) ?? 0) + count)
    languages.set(tag, (languages.get(tag) ?? 0) + count)
    const category = categories.get(code ?? '-') ?? { code: code ?? '-', name: name ?? '', count: 0 }
    categories.set(category.code, { ...category, count: category.count + count })
  }
  return {
    items: rows.reduce((sum, row) => sum + row.count, 0),
    languages: [...languages].map(([tag, count]) => ({ tag, count })).sort((a, b) => a.tag.localeCompare(b.tag)),
    categories: [...categories.values()],
    purposes: itemPurposes.flatMap(purpose => {
      const count = purposes.get(purpose)
      return count === undefined ? [] : [{ purpose, count }]
    }),
  }
}

export interface ItemResponseView {
  /** A letter while the study is sealed, which says nothing beyond this item; the model's name after. */
  label: string
  sample: number
  status: 'OK' | 'REFUSED' | 'TRUNCATED' | 'FAILED' | 'NOT_COLLECTED'
  turns: string[]
  /** Labels of responses that are the same text and share its slot. */
  sameAs: string[]
}

export interface ItemView {
  id: string
  externalId: string
  language: string
  category: string | null
  messages: Message[]
  references: string[]
  /** Empty while the study is sealed: files keep scores, winners and names of models beside an item. */
  metadata: Record<string, unknown>
  recordedOnly: boolean
  purpose: ItemPurpose
  sourceLanguage: string | null
  context: string
  explanation: string
  /** As stored. Null while the study is sealed: they name models beside what is true of their responses. */
  expected: unknown[] | null
  expectedCount: number
  /** "model (sample) – model (sample)"; empty while the study is sealed. */
  pairs: string[]
  pairCount: number
  rubric: Rubric | null
  responses: ItemResponseView[]
  previousId: string | null
  nextId: string | null
}

const shownMember = ({ model, sample }: PairMember) => (sample === 0 ? model : `${model} (${sample})`)

/** One item with its responses, in an order that says nothing about models while the study is sealed; or null. */
export async function findItem(study: StudyAccess, itemId: string): Promise<ItemView | null> {
  const item = await db.item.findFirst({
    where: { id: itemId, studyId: study.studyId },
    select: {
      id: true,
      externalId: true,
      language: true,
      messages: true,
      references: true,
      metadata: true,
      recordedOnly: true,
      purpose: true,
      sourceLanguage: true,
      context: true,
      explanation: true,
      expected: true,
      pairs: true,
      rubrics: { orderBy: { version: 'desc' }, take: 1, select: { version: true, points: true } },
      position: true,
      category: { select: { name: true } },
      responses: {
        select: {
          id: true,
          turns: true,
          status: true,
          representativeId: true,
          source: { select: { sampleIndex: true, model: { select: { name: true, position: true } } } },
        },
      },
    },
  })
  if (!item) return null
  const labelled = item.responses.map(response => ({
    ...response,
    label: response.source?.model.name ?? '',
    position: response.source?.model.position ?? 0,
    sample: response.source?.sampleIndex ?? 0,
  }))
  // No label that holds for a whole study: one item at which counts differ by model would give it away for all.
  const ordered = study.sealed
    ? blindOrder(item.id, labelled).map((response, index) => ({ ...response, label: slotLetter(index + 1), sample: 0 }))
    : labelled.sort((a, b) => a.position - b.position || a.sample - b.sample)
  const [previous, next] = await Promise.all([
    db.item.findFirst({
      where: { studyId: study.studyId, position: { lt: item.position } },
      orderBy: { position: 'desc' },
      select: { id: true },
    }),
    db.item.findFirst({
      where: { studyId: study.studyId, position: { gt: item.position } },
      orderBy: { position: 'asc' },
      select: { id: true },
    }),
  ])
  const pairs = item.pairs === null ? [] : fixedPairsSchema.parse(item.pairs)
  const expected = Array.isArray(item.expected) ? item.expected : []
  const [rubric] = item.rubrics
  return {
    id: item.id,
    externalId: item.externalId,
    language: item.language,
    category: item.category?.name ?? null,
    messages: messageSchema.array().parse(item.messages),
    references: item.references,
    metadata: study.sealed ? {} : (item.metadata as Record<string, unknown>),
    recordedOnly: item.recordedOnly,
    purpose: item.purpose,
    sourceLanguage: item.sourceLanguage,
    context: item.context,
    explanation: item.explanation,
    expected: study.sealed || expected.length === 0 ? null : expected,
    expectedCount: expected.length,
    pairs: study.sealed ? [] : pairs.map(pair => pair.map(shownMember).join(' – ')),
    pairCount: pairs.length,
    rubric: rubric ? rubricSchema.parse(rubric) : null,
    responses: ordered.map(({ id, label, sample, status, turns, representativeId }) => ({
      label,
      sample,
      status,
      turns,
      sameAs: ordered
        .filter(other => other.representativeId === representativeId && other.id !== id)
        .map(other => other.label),
    })),
    previousId: previous?.id ?? null,
    nextId: next?.id ?? null,
  }
}

/** {@link findItem}. @throws not_found */
export async function getItem(study: StudyAccess, itemId: string): Promise<ItemView> {
  const item = await findItem(study, itemId)
  if (!item) throw new DomainError('not_found', 'There is no such item.')
  return item
}
