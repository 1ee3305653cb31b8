// Reads the rows of a file of recorded judgments: what each says, and of which items.
import type { RecordedProblem } from '../schema'
import { hasItemCategory, kindOf, type RecordedKindName } from './file-kind'
import { type FileRow, firstCell } from './recorded-file'
import type { ReadingContext, Refuse, ResponseRef, RowBase, Statement } from './statement'

/** What the file says of an item. */
export interface RecordedItem {
  line: number
  item: string
  language: string | null
  category: string | null
}

export const itemOf = (row: FileRow): string | null => firstCell(row, 'item', 'prompt_id', 'item_id', 'id')

export interface ReadStatements {
  items: RecordedItem[]
  statements: Statement[]
  problems: RecordedProblem[]
}

/** Everything that the rows say; whatever they say wrongly is a problem. */
export function readStatements(
  rows: readonly FileRow[],
  kind: RecordedKindName,
  given: Omit<ReadingContext, 'refuse'>,
): ReadStatements {
  const problems: RecordedProblem[] = []
  const refuse: Refuse = (line, field, value, message, fix) => {
    problems.push({ line, field, value: shown(value), message, fix })
    return null
  }
  const context: ReadingContext = { ...given, refuse }
  const items = new Map<string, RecordedItem>()
  const statements: Statement[] = []
  for (const row of rows) {
    const base = readBase(row, kind, refuse)
    if (!base) continue
    mergeItem(items, row, base.item, hasItemCategory(kind, row), refuse)
    // A long file is one list: no copies of it.
    for (const statement of kindOf(kind).read(row, base, context)) statements.push(statement)
  }
  return { items: [...items.values()], statements, problems }
}

const shown = (value: unknown) =>
  (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)).slice(0, 200)

function readBase(row: FileRow, kind: RecordedKindName, refuse: Refuse): RowBase | null {
  const { line } = row
  const item = itemOf(row)
  if (!item) return refuse(line, 'item', '', 'The item is missing.', 'Give its id in "item" or "prompt_id".')
  if (item.length > 200) return refuse(line, 'item', item, 'The id is too long.', 'Use at most 200 characters.')
  const sample = firstCell(row, 'sample', 'sample_index') ?? '0'
  if (!/^\d{1,4}$/.test(sample)) {
    const fix = 'Leave it out when there is one per model.'
    return refuse(line, 'sample', sample, 'A sample is a whole number from 0.', fix)
  }
  const model = kind === 'pairs' ? null : firstCell(row, 'model', 'system')
  const annotator = firstCell(row, 'annotator', 'rater', 'rater_slot', 'annotator_id', 'judge')
  const ref: ResponseRef | null = model === null ? null : { model, sample: Number(sample) }
  return { line, item, annotator, ref }
}

function mergeItem(
  items: Map<string, RecordedItem>,
  row: FileRow,
  item: string,
  withCategory: boolean,
  refuse: Refuse,
) {
  const own = { language: firstCell(row, 'language'), category: withCategory ? firstCell(row, 'category') : null }
  const known = items.get(item)
  if (!known) {
    items.set(item, { line: row.line, item, ...own })
    return
  }
  for (const field of ['language', 'category'] as const) {
    if (known[field] === null) known[field] = own[field]
    else if (own[field] !== null && own[field] !== known[field])
      refuse(
        row.line,
        field,
        own[field],
        `Item "${item}" has the ${field} "${known[field]}" in line ${known.line}.`,
        'An item has one language and one category: make them agree.',
      )
  }
}
