import 'server-only'
import type pg from 'pg'
import { sql } from '../../platform/db'
import type { ExistingItem } from '../import-plan'
import type { ParsedRecord, Status } from '../raw-record'

/** Runs one named statement: on the pool (a check), or inside the import's transaction. */
export type RunSql = <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) => Promise<Row[]>

export const onPool: RunSql = sql
export const onClient =
  (client: pg.PoolClient): RunSql =>
  async (name, text, values) =>
    (await client.query({ name, text, values })).rows

interface ItemRow {
  id: string
  external_id: string
  content_hash: Buffer
  language: string
  category: string | null
  has_places: boolean
}

interface ResponseRow {
  id: string
  item_id: string
  model: string
  sample_index: number
  status: Status
  hash: Buffer
  text_hash: Buffer
  representative_id: string
}

/** What a study holds of a list of items' ids, with their responses. */
export async function findExistingItems(
  run: RunSql,
  studyId: string,
  externalIds: readonly string[],
): Promise<Map<string, ExistingItem>> {
  const found = new Map<string, ExistingItem>()
  if (externalIds.length === 0) return found
  const items = await run<ItemRow>(
    'import_existing_items',
    `SELECT i.id, i.external_id, i.content_hash, i.language, c.code AS category,
       EXISTS (SELECT 1 FROM places p WHERE p.item_id = i.id) AS has_places
     FROM items i LEFT JOIN categories c ON c.id = i.category_id
     WHERE i.study_id = $1 AND i.external_id = ANY ($2)`,
    [studyId, externalIds],
  )
  const byId = new Map<string, ExistingItem>()
  for (const row of items) {
    const item: ExistingItem = {
      id: row.id,
      contentHash: row.content_hash,
      language: row.language,
      category: row.category,
      hasPlaces: row.has_places,
      responses: [],
    }
    found.set(row.external_id, item)
    byId.set(row.id, item)
  }
  if (byId.size === 0) return found
  // The hash is that of responseHash in content-hash.ts.
  const responses = await run<ResponseRow>(
    'import_existing_responses',
    `SELECT r.id, r.item_id, m.name AS model, s.sample_index, r.status::text AS status, r.text_hash, r.representative_id,
       sha256(convert_to(r.status::text || chr(31) || array_to_string(r.turns, chr(30)) || chr(31) || COALESCE(t.text, ''), 'UTF8')) AS hash
     FROM responses r JOIN response_sources s ON s.response_id = r.id JOIN models m ON m.id = s.model_id
       LEFT JOIN response_reasoning t ON t.response_id = r.id
     WHERE r.item_id = ANY ($1)`,
    [[...byId.keys()]],
  )
  for (const row of responses)
    byId.get(row.item_id)?.responses.push({
      id: row.id,
      model: row.model,
      sample: row.sample_index,
      status: row.status,
      hash: row.hash,
      textHash: row.text_hash,
      representativeId: row.representative_id,
    })
  return found
}

/** Fills in the newest rubrics of those items that `records` bring one for. */
export async function addExistingRubrics(
  run: RunSql,
  records: readonly ParsedRecord[],
  existing: Map<string, ExistingItem>,
): Promise<void> {
  const items = records.flatMap(({ item, externalId }) => (item?.extras.rubric ? (existing.get(externalId) ?? []) : []))
  if (items.length === 0) return
  const rubrics = await run<{ item_id: string; points: unknown }>(
    'import_existing_rubrics',
    'SELECT DISTINCT ON (item_id) item_id, points FROM rubrics WHERE item_id = ANY ($1) ORDER BY item_id, version DESC',
    [items.map(item => item.id)],
  )
  const points = new Map(rubrics.map(row => [row.item_id, row.points]))
  for (const item of items) item.rubric = points.get(item.id)
}
