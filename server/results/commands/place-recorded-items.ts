import 'server-only'
import { createHash } from 'node:crypto'
import { categoryCode, foldCategory } from '../../items/category-matcher'
import { languageTagSchema } from '../../people/schema'
import type { Transaction } from '../../platform/db'
import { randomId } from '../../platform/randomness'
import { chunksOf } from '../chunks-of'
import type { RecordedItem } from '../recorded/read-statements'
import { refuseProblems } from '../refuse-problems'
import type { RecordedOptions, RecordedProblem } from '../schema'

export interface PlacedItems {
  /** External id → id. */
  itemIds: Map<string, string>
  /** Ids of items whose text was not recorded, the new ones among them. */
  recordedOnly: Set<string>
  created: number
  categoriesCreated: string[]
}

interface KnownItem {
  id: string
  externalId: string
  language: string
  categoryId: string | null
  recordedOnly: boolean
}

/** Finds each named category by code, name, short name or alias, and makes the missing ones. Folded name → id. */
async function placeCategories(
  tx: Transaction,
  items: readonly RecordedItem[],
  createMissing: boolean,
): Promise<{ ids: Map<string, string>; created: string[] }> {
  const known = await tx.category.findMany()
  const ids = new Map<string, string>()
  for (const category of known)
    for (const name of [...category.aliases, category.shortName, category.name, category.code])
      ids.set(foldCategory(name), category.id)
  const missing = items.filter(item => item.category !== null && !ids.has(foldCategory(item.category)))
  if (!createMissing)
    refuseProblems(
      missing.map(item => ({
        line: item.line,
        field: 'category',
        value: item.category ?? '',
        message: `There is no category "${item.category}".`,
        fix: `Use one of ${known.map(category => category.shortName).join(', ')}, or create what is missing.`,
      })),
    )
  const codes = new Set(known.map(category => category.code))
  const created: string[] = []
  for (const { category: name } of missing) {
    if (name === null || ids.has(foldCategory(name))) continue
    const id = randomId()
    const code = codes.has(categoryCode(name)) ? `${categoryCode(name)}-${id.slice(0, 8)}` : categoryCode(name)
    codes.add(code)
    const position = known.length + created.length + 1
    await tx.category.create({ data: { id, code, name, shortName: name, aliases: [], position } })
    ids.set(foldCategory(name), id)
    created.push(name)
  }
  return { ids, created }
}

function checkKnown(item: RecordedItem, known: KnownItem, language: string | null, categoryId: string | null) {
  const problems: RecordedProblem[] = []
  const differ = (field: 'language' | 'category') =>
    problems.push({
      line: item.line,
      field,
      value: item[field] ?? '',
      message: `Item "${item.item}" has another ${field} in this study.`,
      fix: `Correct the ${field}, or leave it blank for items that the study has.`,
    })
  if (language !== null && language !== known.language) differ('language')
  if (categoryId !== null && categoryId !== known.categoryId) differ('category')
  return problems
}

const unrecordedHash = (language: string, categoryId: string | null) =>
  createHash('sha256')
    .update(JSON.stringify(['recorded only', language, categoryId]))
    .digest('hex')

/** The study's items that the file names; missing ones are made as recorded only. @throws invalid, detail.problems */
export async function placeRecordedItems(
  tx: Transaction,
  studyId: string,
  items: readonly RecordedItem[],
  { createMissing, language: fallback }: Pick<RecordedOptions, 'createMissing' | 'language'>,
): Promise<PlacedItems> {
  const categories = await placeCategories(tx, items, createMissing)
  const known = new Map<string, KnownItem>()
  for (const chunk of chunksOf(items, 5_000)) {
    const found = await tx.item.findMany({
      where: { studyId, externalId: { in: chunk.map(item => item.item) } },
      select: { id: true, externalId: true, language: true, categoryId: true, recordedOnly: true },
    })
    for (const item of found) known.set(item.externalId, item)
  }
  const problems: RecordedProblem[] = []
  const missing: { id: string; externalId: string; language: string; categoryId: string | null }[] = []
  for (const item of items) {
    const refuse = (field: string, value: string, message: string, fix: string) =>
      problems.push({ line: item.line, field, value, message, fix })
    const parsed = item.language === null ? null : languageTagSchema.safeParse(item.language)
    if (parsed && !parsed.success) {
      refuse('language', item.language ?? '', parsed.error.issues[0]?.message ?? '', 'Use a tag such as en or zh-Hans.')
      continue
    }
    const language = parsed?.data ?? null
    const categoryId = item.category === null ? null : (categories.ids.get(foldCategory(item.category)) ?? null)
    const same = known.get(item.item)
    if (same) problems.push(...checkKnown(item, same, language, categoryId))
    else if (!createMissing)
      refuse('item', item.item, `This study has no item "${item.item}".`, 'Import it first, or create what is missing.')
    else if (language === null && fallback === undefined)
      refuse(
        'language',
        '',
        `Item "${item.item}" needs a language to be made.`,
        'Fill in the column "language", or give one for the whole file (--language en).',
      )
    else missing.push({ id: randomId(), externalId: item.item, language: language ?? fallback ?? '', categoryId })
  }
  refuseProblems(problems)
  for (const chunk of chunksOf(missing, 5_000)) {
    const rows = chunk.map(item => ({ ...item, hash: unrecordedHash(item.language, item.categoryId) }))
    await tx.$executeRaw`
      INSERT INTO items (id, study_id, external_id, language, category_id, messages, "references", recorded_only, content_hash)
      SELECT g.id, ${studyId}::uuid, g."externalId", g.language, g."categoryId", '[]', '{}', true, decode(g.hash, 'hex')
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS (id uuid, "externalId" text, language text, "categoryId" uuid, hash text)) WITH ORDINALITY g(id, "externalId", language, "categoryId", hash, n)
      ORDER BY g.n`
  }
  const kept = [...known.values()]
  return {
    itemIds: new Map([...kept, ...missing].map(item => [item.externalId, item.id])),
    recordedOnly: new Set([...kept.filter(item => item.recordedOnly), ...missing].map(item => item.id)),
    created: missing.length,
    categoriesCreated: categories.created,
  }
}
