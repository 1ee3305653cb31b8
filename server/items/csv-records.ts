// Reads CSV with a header as raw records: one row per response, per item, or per item with its response.
import { type CsvError, type Info, parse } from 'csv-parse'
import type { ImportOptions, ImportProblem } from './schema'

/** The names that a column may have, folded, and the field that it is. */
const columnNames: Record<string, string> = {
  id: 'id',
  item: 'id',
  item_id: 'id',
  prompt_id: 'id',
  category: 'category',
  language: 'language',
  lang: 'language',
  prompt: 'prompt',
  question: 'prompt',
  messages: 'messages',
  reference: 'reference',
  reference_answer: 'reference',
  model: 'model',
  text: 'text',
  response: 'text',
  answer: 'text',
  turns: 'turns',
  reasoning: 'reasoning',
  status: 'status',
  sample: 'sample',
  sample_index: 'sample',
  metadata: 'metadata',
  purpose: 'purpose',
  expected: 'expected',
  explanation: 'explanation',
  context: 'context',
  source_language: 'source_language',
  target_language: 'language',
  rubric: 'rubric',
  pairs: 'pairs',
}
/** Columns that hold JSON when they hold anything. */
const jsonColumns = new Set(['messages', 'turns', 'metadata', 'expected', 'pairs'])
const delimiters = [',', ';', '\t', '|']

interface DecodedLine {
  number: number
  text: string
  problem?: ImportProblem
  bytesRead: number
}

interface CsvRow {
  line: number
  raw?: unknown
  problem?: ImportProblem
  bytesRead: number
  size: number
}

/** The field that a column of this name holds; other names are kept as metadata. */
export const columnField = (name: string): string => {
  const folded = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return columnNames[folded] ?? name.trim()
}

/**
 * The fields of all columns. Files of translations have a "system" in place of a model, and both languages; elsewhere a
 * column of that name is something else.
 */
export function columnFields(names: readonly string[]): string[] {
  const fields = names.map(columnField)
  const isTranslation = fields.includes('source_language') && fields.includes('text') && !fields.includes('model')
  return fields.map(field => (isTranslation && field.toLowerCase() === 'system' ? 'model' : field))
}

/** The delimiter that the header uses most; a comma when it uses none. */
export function detectDelimiter(header: string): string {
  const outside = header.replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (delimiter: string) => outside.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',')
}

const problem = (line: number, code: string, field: string, value: string, message: string, fix: string) => ({
  line,
  severity: 'error' as const,
  code,
  field,
  value: value.slice(0, 200),
  message,
  fix,
})

/** Yields one record per row. Rows that a badly encoded line belongs to carry that line's problem. */
export async function* readCsv(lines: AsyncIterable<DecodedLine>, options: ImportOptions): AsyncGenerator<CsvRow> {
  const rows: { row: string[]; lastLine: number }[] = []
  const badLines: ImportProblem[] = []
  let failure: CsvError | null = null
  let header: string[] | null = null
  let parser: ReturnType<typeof parse> | null = null
  let lastEnd = 0
  let bytesRead = 0

  const rowsSoFar = function* (): Generator<CsvRow> {
    for (const { row, lastLine } of rows.splice(0)) {
      const line = lastEnd + 1
      lastEnd = lastLine
      if (header === null) {
        header = columnFields(row)
        yield* headerProblems(header).map(found => ({ line, problem: found, bytesRead, size: 0 }))
        continue
      }
      if (row.every(cell => cell === '')) continue
      const size = row.reduce((sum, cell) => sum + cell.length, 0)
      const bad = badLines.find(found => found.line >= line && found.line <= lastLine)
      yield { line, bytesRead, size, ...(bad ? { problem: bad } : toRecord(header, row, line)) }
    }
  }

  for await (const decoded of lines) {
    bytesRead = decoded.bytesRead
    if (decoded.problem) badLines.push(decoded.problem)
    if (parser === null) {
      const delimiter = options.delimiter === 'auto' ? detectDelimiter(decoded.text) : options.delimiter
      parser = parse({
        delimiter,
        info: true,
        relax_column_count: true,
        relax_quotes: false,
        max_record_size: 32 * 1024 * 1024,
        record_delimiter: '\n',
      })
      const own = parser
      own.on('error', error => {
        failure = error as CsvError
      })
    }
    parser.write(`${decoded.text}\n`)
    drain(parser, rows)
    yield* rowsSoFar()
    if (failure) break
  }
  if (parser && !failure) {
    const own = parser
    await new Promise<void>(resolve => {
      own.once('end', resolve)
      own.once('error', () => resolve())
      own.on('readable', () => drain(own, rows))
      own.end()
    })
  }
  yield* rowsSoFar()
  if (failure) {
    const { message } = failure as CsvError
    const found = problem(
      lastEnd + 1,
      'bad_csv',
      '',
      '',
      `The row that begins here cannot be read: ${message}`,
      'Put texts with commas, quotation marks or line breaks into "…", and write quotation marks inside them twice.',
    )
    yield { line: lastEnd + 1, problem: found, bytesRead, size: 0 }
  }
}

/** Takes what the parser has ready. It parses while it is written to, so nothing piles up. */
function drain(parser: ReturnType<typeof parse>, rows: { row: string[]; lastLine: number }[]) {
  for (let read = parser.read(); read !== null; read = parser.read()) {
    const { record, info } = read as { record: string[]; info: Info }
    rows.push({ row: record, lastLine: info.lines })
  }
}

function headerProblems(header: string[]): ImportProblem[] {
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  const known = 'id, category, language, prompt, reference, model, text, reasoning, status, sample, purpose, rubric …'
  if (!header.includes('id'))
    return [
      problem(
        1,
        'bad_header',
        'id',
        header.join(', '),
        'The header has no column "id".',
        `Name the columns in the first row: ${known}.`,
      ),
    ]
  if (twice !== undefined)
    return [
      problem(
        1,
        'bad_header',
        twice,
        header.join(', '),
        `Two columns are "${twice}".`,
        'Rename or remove one of them.',
      ),
    ]
  return []
}

function toRecord(header: string[], row: string[], line: number): Pick<CsvRow, 'raw' | 'problem'> {
  if (row.length > header.length && row.slice(header.length).some(cell => cell !== '')) {
    const message = `The row has ${row.length} cells, the header ${header.length}.`
    return {
      problem: problem(line, 'bad_csv', '', row.join(', '), message, 'Put cells that hold the delimiter into "…".'),
    }
  }
  const raw: Record<string, unknown> = {}
  for (const [index, field] of header.entries()) {
    const cell = row[index] ?? ''
    if (cell === '' || field === '') continue
    if (!jsonColumns.has(field)) raw[field] = cell.replaceAll('\u0000', '\u2400')
    else {
      try {
        raw[field] = JSON.parse(cell)
      } catch {
        return {
          problem: problem(
            line,
            'bad_json',
            field,
            cell,
            `The column "${field}" must hold JSON.`,
            'Write it as in a JSON Lines file.',
          ),
        }
      }
    }
  }
  // A row with a model is a response, and an empty cell is then an empty text.
  if (raw.model !== undefined && header.includes('text') && raw.text === undefined) raw.text = ''
  return { raw }
}
