import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { ItemPurpose, Message } from '../schema'

export interface WholeItem {
  id: string
  externalId: string
  position: number
  language: string
  sourceLanguage: string | null
  /** Its short name. */
  category: string | null
  purpose: ItemPurpose
  messages: Message[]
  references: string[]
  context: string
  /** Null while the study is sealed: files keep scores, winners and names of models beside an item. */
  metadata: Record<string, unknown> | null
  recordedOnly: boolean
  responses: number
}

export interface ItemsWanted {
  language?: string
  /** A category's short name or code; "-": without one. */
  category?: string
  purpose?: ItemPurpose
}

/** Items of a study in the order of their import, after the one at `position`; one more than `limit` where there are more. */
export async function listItemsAfter(
  study: StudyAccess,
  { language, category, purpose }: ItemsWanted,
  { position, limit }: { position: number; limit: number },
): Promise<WholeItem[]> {
  const rows = await sql<WholeItem>(
    'list_items_after',
    `SELECT i.id, i.external_id AS "externalId", i.position::float8 AS position, i.language, i.source_language AS "sourceLanguage",
       c.short_name AS category, i.purpose::text AS purpose, i.messages, i.references, i.context,
       CASE WHEN $7 THEN NULL ELSE i.metadata END AS metadata, i.recorded_only AS "recordedOnly",
       (SELECT count(*)::int FROM responses r WHERE r.item_id = i.id) AS responses
     FROM items i LEFT JOIN categories c ON c.id = i.category_id
     WHERE i.study_id = $1 AND i.position > $2 AND ($3::text IS NULL OR i.language = $3)
       AND ($4::text IS NULL OR CASE $4 WHEN '-' THEN c.id IS NULL ELSE $4 IN (c.short_name, c.code) END)
       AND ($5::text IS NULL OR i.purpose::text = $5)
     ORDER BY i.position LIMIT $6`,
    [study.studyId, position, language ?? null, category ?? null, purpose ?? null, limit + 1, study.sealed],
  )
  return rows
}

/** An item named by its id, or as its file named it: its id, and its category's short name. Null: the study has none such. */
export async function findItemRef(
  study: StudyAccess,
  item: string,
): Promise<{ id: string; category: string | null } | null> {
  const [row] = await sql<{ id: string; category: string | null }>(
    'find_item_ref',
    `SELECT i.id, c.short_name AS category FROM items i LEFT JOIN categories c ON c.id = i.category_id
     WHERE i.study_id = $1 AND (i.external_id = $2 OR i.id::text = $2) ORDER BY i.external_id = $2 DESC LIMIT 1`,
    [study.studyId, item],
  )
  return row ?? null
}
