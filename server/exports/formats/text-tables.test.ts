import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Nodes, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { csvTable } from './csv-table'
import { jsonTables } from './json-table'
import { makeResultTables } from './make-result-tables'
import { markdownTables, markdownText } from './markdown-tables'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('|', '\\', '*', '_', '`', '[', ']', '(', '<', '>', '&', '~', '$', '-', '\n', 'a', ' '),
  }),
  fc.constantFrom(
    '=1+1',
    '\t=1',
    '\0=1',
    'https://example.org',
    'a@example.org',
    'www.example.org',
    '1.',
    '# x',
    '模型',
    'نموذج',
  ),
)

describe('csvTable', () => {
  it('neutralises every text, and leaves numbers numbers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyText, fc.double({ noNaN: true }), (text, value) => {
        const rows = [[text, String(value)]]
        const [, row] = parse(csvTable({ header: ['model', 'mean'], numbers: ['mean'], rows })) as string[][]
        expect(row?.[0]).not.toMatch(/^\s*[=+\-@\t\r\0]/)
        expect([text, `'${text}`]).toContain(row?.[0])
        expect(row?.[1]).toBe(String(value))
      }),
    )
  })
})

describe('jsonTables', () => {
  const read = JSON.parse(jsonTables(makeResultTables('=1+1')))

  it('has exact values, what is displayed, and texts as they are', () => {
    expect(read.cells).toEqual([
      { model: '=1+1', n: 18, mean: 8.075, display: '8.08' },
      { model: 'Juniper_1', n: 0, mean: null, display: '–' },
    ])
    expect(read.tables[0].rows[0][1]).toEqual({
      value: 8.075,
      display: '8.08',
      lower: -0.0512,
      upper: 8.8049,
      n: 18,
      mark: 'best',
    })
    expect(read).toMatchObject({ study: 'demo', disclosure: 'Made up.', judgments: 'original' })
    expect(read.records).toBeUndefined()
  })
})

const parseMarkdown = (text: string) =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
const typesOf = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(typesOf) : [])]

describe('markdownTables', () => {
  it('writes tables that GitHub reads, the best bold and the second best underlined', () => {
    const text = markdownTables(makeResultTables(), { intervals: true })
    expect(text.split('\n')).toEqual([
      '## A study \\| of \\*two\\* things',
      '',
      '**Made up.**',
      '',
      '### Mean scores, en',
      '',
      '| Model | Overall | All points |',
      '| --- | ---: | ---: |',
      '| Larch-2 | **8.08** \\[−0.05, 8.80\\] | 81.3% |',
      '| Juniper\\_1 | <ins>−0.50</ins> | – |',
      '| Items | 17–18 | 18 |',
      '',
      'How to read it.',
      '',
      '### Mean scores, en',
      '',
      '| Model |',
      '| --- |',
      '',
    ])
    expect(markdownTables(makeResultTables(), { intervals: false })).not.toContain('[')
  })

  it('shows every text as it is, in its own cell', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyText, text => {
        const tables = makeResultTables(text)
        const tree = parseMarkdown(markdownTables(tables, { intervals: true }))
        const table = tree.children.find((node): node is Table => node.type === 'table')
        const [, row] = table?.children ?? []
        expect(row?.children).toHaveLength(3)
        const [cell] = row?.children ?? []
        const oneLine = text
          .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
          .replace(/ {2,}/g, ' ')
          .trim()
        expect(cell && textOf(cell)).toBe(oneLine)
        expect(cell && typesOf(cell).filter(type => !['tableCell', 'text', 'link'].includes(type))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('makes no markup of a text', () => {
    for (const text of ['**b**', '_i_', 'a&lt;b', '$x$', '[a](b)', '<b>x</b>', '![x](y)', '~~z~~', '`c`'])
      expect(typesOf(parseMarkdown(markdownText(text)))).toEqual(['root', 'paragraph', 'text'])
  })
})
