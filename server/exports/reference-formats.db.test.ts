import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { disconnect } from '../platform/db'
import { importJudgments } from '../results/commands/import-judgments'
import { makeDraftStudy, makeReadable } from '../results/make-draft-study'
import { readResultTables } from './queries/result-tables'
import { tableFormatSchema } from './schema'
import type { ResultTables } from './table/result-table'
import { tableFile } from './table-file'

// Published tables, as in server/results/reference-tables.db.test.ts: every format must show every cell of them.
const folder = path.join(process.env.ASSAY_REFERENCE_DIR ?? '', 'gold')
const isThere = existsSync(path.join(folder, 'glm45-demo-scores.csv'))
if (!isThere) console.info('skipped: ASSAY_REFERENCE_DIR names no folder with gold/glm45-demo-scores.csv')

afterAll(disconnect)

/** "language|column|model" → what is shown. */
type Shown = Map<string, string>

/** Of lines of cells: a header that begins with "Model", then one line per model. */
function readLines(language: string, lines: readonly string[][], into: Shown): void {
  const [header = [], ...rows] = lines
  for (const [model = '', ...cells] of rows)
    for (const [at, cell] of cells.entries()) into.set(`${language}|${header[at + 1]}|${model}`, cell)
}

function readMarkdown(text: string): Shown {
  const shown: Shown = new Map()
  for (const section of text.split('\n### Mean scores, ').slice(1)) {
    const lines = section.split('\n').filter(line => line.startsWith('|') && !line.startsWith('| ---'))
    const cells = lines.map(line => line.slice(2, -2).split(' | '))
    const plain = cells.map(row => row.map(cell => cell.replace(/\*\*|<\/?ins>|\\/g, '')))
    readLines(section.split('\n')[0] ?? '', plain, shown)
  }
  return shown
}

function readLatex(text: string): Shown {
  const shown: Shown = new Map()
  for (const table of text.split('\\caption{Mean scores, ').slice(1)) {
    const lines = table.split('\n').filter(line => line.endsWith(' \\\\'))
    const plain = lines.map(line =>
      line
        .trim()
        .slice(0, -3)
        .replace(/\\(?:textbf|underline)\{([^}]*)\}/g, '$1'),
    )
    readLines(
      table.split('}')[0] ?? '',
      plain.map(line => line.split(' & ')),
      shown,
    )
  }
  return shown
}

function readWorkbook(bytes: Uint8Array): Shown {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(found => found[1] ?? '')
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="Mean scores, ([^"]*)"/g)]
  const shown: Shown = new Map()
  for (const [at, name] of names.entries()) {
    const rows = [...part(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(row =>
      [...(row[1] ?? '').matchAll(/<c ([^>]*)><v>([^<]*)<\/v>/g)].map(([, attributes, value]) =>
        attributes?.includes('t="s"') ? (strings[Number(value)] ?? '') : twoDigits.format(Number(value)),
      ),
    )
    readLines(name[1] ?? '', rows, shown)
  }
  return shown
}

// As a spreadsheet shows the format 0.00.
const twoDigits = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

interface JsonTables {
  tables: { caption: string; columns: { label: string }[]; rows: (string | { display: string })[][] }[]
}

function readJson(text: string): Shown {
  const shown: Shown = new Map()
  const { tables }: JsonTables = JSON.parse(text)
  for (const { caption, columns, rows } of tables) {
    const texts = rows.map(row => row.map(cell => (typeof cell === 'string' ? cell : cell.display)))
    readLines(caption.replace('Mean scores, ', ''), [columns.map(column => column.label), ...texts], shown)
  }
  return shown
}

function readCsv(text: string): Shown {
  const rows = parse(text, { columns: true }) as Record<'language' | 'category' | 'model' | 'display', string>[]
  const column = (category: string) => (category === '(all)' ? 'Overall' : category)
  return new Map(rows.map(row => [`${row.language}|${column(row.category)}|${row.model}`, row.display]))
}

async function readAll(result: ResultTables): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>()
  for (const format of tableFormatSchema.options) {
    const { body } = await tableFile(result, format, { intervals: false })
    if (typeof body !== 'string') shown.set(format, readWorkbook(body))
    else shown.set(format, { csv: readCsv, json: readJson, md: readMarkdown, latex: readLatex }[format as 'csv'](body))
  }
  return shown
}

type Published = Record<string, Record<string, Record<string, string> & { n?: Record<string, number> }>>

describe.skipIf(!isThere)('published tables', () => {
  it('come out of every format to the digit, every cell', async () => {
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
    const draft = await makeDraftStudy()
    await importJudgments(draft, read('glm45-demo-scores.csv'), {
      fileName: 'glm45-demo-scores.csv',
      format: 'csv',
      createMissing: true,
      step: 0.1,
    })
    const result = await readResultTables(await makeReadable(draft), 'scores', {})
    const published: Published = JSON.parse(read('35-glm45-tables.json')).expected
    for (const [format, shown] of await readAll(result)) {
      let cells = 0
      for (const [language, columns] of Object.entries(published))
        for (const [column, { n: _, ...means }] of Object.entries(columns))
          for (const [model, display] of Object.entries(means)) {
            const key = [language, column, model].join('|')
            expect(shown.get(key), `${format} ${key}`).toBe(display)
            cells += 1
          }
      expect(cells, format).toBe(72)
    }
  })
})
