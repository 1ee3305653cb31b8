// Reads a file of recorded judgments, CSV or JSONL, into rows: every line becomes a row or a problem that names it.
import { parse } from 'csv-parse/sync'
import type { RecordedFormat, RecordedProblem } from './schema'

/** One score of one response by one annotator, as the file says it. */
export interface RecordedRow {
  line: number
  item: string
  language: string | null
  category: string | null
  model: string
  sample: number
  /** The decimal as written; null: missing. */
  score: string | null
  annotator: string | null
  comment: string | null
}

export interface RecordedRows {
  rows: RecordedRow[]
  problems: RecordedProblem[]
}

const itemColumns = ['item', 'prompt_id', 'item_id']
const example = 'language,category,prompt_id,model,score'

/** A cell as text: trimmed, null when blank. */
function cell(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
  return text === '' ? null : text
}

function toRow(line: number, record: Record<string, unknown>, problems: RecordedProblem[]): RecordedRow | null {
  const refuse = (field: string, value: unknown, message: string, fix: string) => {
    problems.push({ line, field, value: cell(value) ?? '', message, fix })
    return null
  }
  const item = itemColumns.map(name => cell(record[name])).find(value => value !== null) ?? null
  if (!item) return refuse('item', '', 'The item is missing.', 'Give its id in "item" or "prompt_id".')
  if (item.length > 200) return refuse('item', item, 'The id is too long.', 'Use at most 200 characters.')
  const model = cell(record.model)
  if (!model) return refuse('model', '', 'The model is missing.', 'Give its name in "model".')
  if (!('score' in record))
    return refuse('score', '', 'There is no score field.', 'Add "score"; leave it blank or null for a missing score.')
  const sample = cell(record.sample) ?? '0'
  if (!/^\d{1,4}$/.test(sample))
    return refuse('sample', sample, 'A sample is a whole number from 0.', 'Leave it out when there is one per model.')
  const score = cell(record.score)
  if (score !== null && !/^[+-]?\d+(\.\d+)?$/.test(score))
    return refuse('score', score, 'This is not a decimal number.', 'Write it like 8 or 8.5; blank means missing.')
  return {
    line,
    item,
    language: cell(record.language),
    category: cell(record.category),
    model,
    sample: Number(sample),
    score,
    annotator: cell(record.annotator),
    comment: cell(record.comment),
  }
}

interface CsvRecord {
  record: Record<string, string>
  info: { lines: number }
}

function csvRecords(text: string, problems: RecordedProblem[]): [number, Record<string, unknown>][] {
  try {
    const parsed: CsvRecord[] = parse(text, {
      bom: true,
      columns: (head: string[]) => head.map(name => name.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      relax_column_count: false,
    })
    return parsed.map(({ record, info }) => {
      // A record of several lines is named by its first one.
      const inside = Object.values(record).reduce((sum, value) => sum + value.split('\n').length - 1, 0)
      return [info.lines - inside, record]
    })
  } catch (error) {
    const known = error as { lines?: number; column?: unknown; message: string }
    problems.push({
      line: known.lines ?? 1,
      field: '',
      value: '',
      message: `This is not readable as CSV: ${known.message}`,
      fix: `Use commas, double quotes around text with commas, and a header such as ${example}.`,
    })
    return []
  }
}

function jsonlRecords(text: string, problems: RecordedProblem[]): [number, Record<string, unknown>][] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((source, index): [number, Record<string, unknown>][] => {
      const line = index + 1
      if (source.trim() === '') return []
      try {
        const value: unknown = JSON.parse(source)
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
          return [[line, value as Record<string, unknown>]]
      } catch {}
      const fix = 'Write one object per line: {"item": "…", "model": "…", "score": 8}.'
      problems.push({ line, field: '', value: source.slice(0, 80), message: 'This is not a JSON object.', fix })
      return []
    })
}

/** All rows of a file; problems name line, field, value and fix. */
export function readRecordedRows(text: string, format: RecordedFormat): RecordedRows {
  const problems: RecordedProblem[] = []
  const records = format === 'csv' ? csvRecords(text, problems) : jsonlRecords(text, problems)
  const columns = format === 'csv' ? Object.keys(records[0]?.[1] ?? {}) : null
  const needed: [string, string[]][] = [
    ['item', itemColumns],
    ['model', ['model']],
    ['score', ['score']],
  ]
  const absent = needed.filter(
    ([, names]) => columns && records.length > 0 && !names.some(name => columns.includes(name)),
  )
  for (const [field] of absent) {
    const message = `There is no column "${field}".`
    problems.push({ line: 1, field, value: '', message, fix: `The first line names the columns: ${example}.` })
  }
  if (absent.length > 0) return { rows: [], problems }
  if (records.length === 0 && problems.length === 0)
    problems.push({ line: 1, field: '', value: '', message: 'The file has no rows.', fix: `Start with ${example}.` })
  const rows = records.flatMap(([line, record]) => toRow(line, record, problems) ?? [])
  return { rows, problems }
}
