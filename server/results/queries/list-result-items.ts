import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import type { ItemSelection } from '../items/item-selection'
import { countedJudgments } from './filtered'
import { type SelectedItems, selectItems } from './selected-items'

export interface ResultItem {
  id: string
  externalId: string
  language: string
  category: string | null
  /** The beginning of the first user message. */
  prompt: string
  recordedOnly: boolean
  /** That count, under the filter. */
  judgments: number
  /** Of a pair: 1 the first won, −1 it lost, 0 a tie; null: no pair is asked for. */
  sign: number | null
  /** Comments that the search found, the first one in words. */
  comments: { count: number; first: string | null }
}

export interface ResultItems extends Pick<SelectedItems, 'criterion' | 'models' | 'ties'> {
  /** In the order of import. */
  items: ResultItem[]
  count: number
  /** Of the first item here, from 1; 0 without any. */
  first: number
  /** Positions to go on from; null: there is nothing further. */
  after: string | null
  before: string | null
}

/** Where a page begins: behind an item, or in front of one. */
export interface ResultItemsCursor {
  after?: string
  before?: string
}

export const resultItemsPage = 50

/** A pattern for ILIKE that is the words themselves; null: nothing is searched for. */
export const searchPattern = (words: string | undefined): string | null =>
  words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null

/** A rating `r` in whose words the pattern is found: comments, reasons why something cannot be judged, reasons and notes of its parts. */
const saysPattern = (pattern: string) => `(r.text ILIKE ${pattern} OR r.cannot_judge ILIKE ${pattern}
  OR r.choice->>'kind' = 'checklist' AND jsonb_path_query_array(r.choice, 'lax $.points.*.reason')::text ILIKE ${pattern}
  OR r.choice->>'kind' = 'spans' AND jsonb_path_query_array(r.choice, 'lax $.spans[*].note')::text ILIKE ${pattern})`

/** One page of the items behind a number, found again by what stands in them or was said of them. @throws blinded, invalid */
export async function listResultItems(
  access: StudyAccess,
  selection: ItemSelection,
  cursor: ResultItemsCursor = {},
): Promise<ResultItems> {
  const selected = await selectItems(access, selection)
  const { criterion, models, ties, values } = selected
  const next = values.length + 1
  const pattern = searchPattern(selection.search)
  const [at, search] = [`$${next}`, `$${next + 1}`]
  const isBack = cursor.before !== undefined
  const rows = await withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    // Found once, however much it takes to find it: the page, its place and the number of all come from the same list.
    const page = await client.query<ResultItem & { position: string; place: number; count: number }>(
      `WITH found AS MATERIALIZED (
         SELECT v.*, row_number() OVER (ORDER BY v.position)::int AS place, count(*) OVER ()::int AS count
         FROM (${foundItems(selected, search)}) v)
       SELECT i.id, i.external_id AS "externalId", language_key(i.source_language, i.language) AS language, c.short_name AS category,
         left(COALESCE((SELECT m->>'text' FROM jsonb_array_elements(i.messages) WITH ORDINALITY a(m, n)
           WHERE m->>'role' = 'user' ORDER BY n LIMIT 1), ''), 200) AS prompt, i.recorded_only AS "recordedOnly",
         (SELECT count(*)::int FROM judgments j WHERE j.item_id = i.id AND j.study_id = $1 AND ${countedJudgments(selected.applied)}) AS judgments, f.sign,
         json_build_object('count', COALESCE(w.count, 0), 'first', w.first) AS comments, i.position::text AS position, f.place, f.count
       FROM (SELECT * FROM found WHERE ${at}::bigint IS NULL OR position ${isBack ? '<' : '>'} ${at}
         ORDER BY position ${isBack ? 'DESC' : ''} LIMIT ${resultItemsPage}) f
         JOIN items i ON i.id = f.item_id LEFT JOIN categories c ON c.id = i.category_id
         LEFT JOIN LATERAL (
           SELECT count(*)::int AS count, (array_agg(COALESCE(r.text, r.cannot_judge) ORDER BY j.submitted_at))[1] AS first
           FROM judgments j JOIN ratings r ON r.judgment_id = j.id
           WHERE ${search}::text IS NOT NULL AND j.item_id = i.id AND j.is_current AND ${saysPattern(search)}) w ON true
       ORDER BY i.position`,
      [...values, (isBack ? cursor.before : cursor.after) ?? null, pattern],
    )
    return page.rows
  })
  const [start, end] = [rows[0], rows.at(-1)]
  return {
    criterion,
    models,
    ties,
    items: rows.map(({ position: _, place: __, count: ___, ...item }) => item),
    count: start?.count ?? 0,
    first: start?.place ?? 0,
    after: end && end.place < end.count ? end.position : null,
    before: start && start.place > 1 ? start.position : null,
  }
}

/** item_id, sign and position of what is behind the number and has the words asked for. */
export const foundItems = ({ text }: SelectedItems, search: string): string => `
  SELECT v.item_id, v.sign, i.position FROM (${text}) v JOIN items i ON i.id = v.item_id
  WHERE ${search}::text IS NULL OR i.external_id ILIKE ${search} OR i.messages::text ILIKE ${search} OR EXISTS (
    SELECT 1 FROM judgments j JOIN ratings r ON r.judgment_id = j.id
    WHERE j.item_id = i.id AND j.study_id = $1 AND j.is_current AND ${saysPattern(search)})`
