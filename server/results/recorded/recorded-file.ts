// Reads a file of recorded judgments, CSV or JSON lines, into rows of named fields.
import { parse } from 'csv-parse/sync'
import { findUnsafeNumber } from '../../items/unsafe-number'
import type { RecordedFormat, RecordedProblem } from '../schema'

export interface FileRow {
  line: number
  /** By the folded name: lower case, words joined by "_". */
  fields: Record<string, unknown>
}

const example = 'item,annotator,model,score'

/** A cell as text: trimmed, null when blank. */
export function cell(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
  return text === '' ? null : text
}

/** The first of these fields that holds something. */
export const firstCell = ({ fields }: FileRow, ...names: string[]): string | null => {
  for (const name of names) {
    const text = cell(fields[name])
    if (text !== null) return text
  }
  return null
}

export const hasField = ({ fields }: FileRow, ...names: string[]): boolean => names.some(name => name in fields)

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

interface CsvRecord {
  record: Record<string, string>
  info: { lines: number }
}

function csvRows(text: string, problems: RecordedProblem[]): FileRow[] {
  try {
    const parsed: CsvRecord[] = parse(text, {
      bom: true,
      columns: (head: string[]) => head.map(fold),
      info: true,
      skip_empty_lines: true,
      relax_column_count: false,
    })
    return parsed.map(({ record, info }) => {
      // A record of several lines is named by its first one.
      const inside = Object.values(record).reduce((sum, value) => sum + value.split('\n').length - 1, 0)
      return { line: info.lines - inside, fields: record }
    })
  } catch (error) {
    const known = error as { lines?: number; message: string }
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

function jsonRows(text: string, problems: RecordedProblem[]): FileRow[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((source, index): FileRow[] => {
      const line = index + 1
      if (source.trim() === '') return []
      try {
        const value: unknown = JSON.parse(source)
        const unsafe = findUnsafeNumber(source, value)
        if (unsafe) {
          problems.push({
            line,
            field: unsafe.path,
            value: unsafe.written,
            message: 'The number cannot be kept as it is written: it would become another one.',
            fix: 'Write it as a text, in double quotes.',
          })
          return []
        }
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
          return [
            { line, fields: Object.fromEntries(Object.entries(value).map(([key, member]) => [fold(key), member])) },
          ]
      } catch {}
      const fix = 'Write one object per line: {"item": "…", "model": "…", "score": 8}.'
      problems.push({ line, field: '', value: source.slice(0, 80), message: 'This is not a JSON object.', fix })
      return []
    })
}

/** All rows of a file; what cannot be read is a problem. */
export function readRecordedFile(
  text: string,
  format: RecordedFormat,
): { rows: FileRow[]; problems: RecordedProblem[] } {
  const problems: RecordedProblem[] = []
  const rows = format === 'csv' ? csvRows(text, problems) : jsonRows(text, problems)
  if (rows.length === 0 && problems.length === 0)
    problems.push({ line: 1, field: '', value: '', message: 'The file has no rows.', fix: `Start with ${example}.` })
  return { rows, problems }
}
