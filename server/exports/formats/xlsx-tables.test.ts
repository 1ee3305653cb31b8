import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ResultTables } from '../table/result-table'
import { makeResultTables } from './make-result-tables'
import { sheetNames } from './sheet-names'
import { xlsxTables } from './xlsx-tables'

afterEach(() => {
  vi.useRealTimers()
})

const decode = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&')

/** The parts of a workbook, and the cells of its first sheet by address. */
async function read(tables: ResultTables, intervals = true) {
  const files = unzipSync(await xlsxTables(tables, { intervals }))
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(?:<t[^>]*\/>|<t[^>]*>([^<]*)<\/t>)<\/si>/g)].map(
    found => decode(found[1] ?? ''),
  )
  const fonts = [
    ...(/<fonts[^>]*>(.*?)<\/fonts>/s.exec(part('xl/styles.xml'))?.[1] ?? '').matchAll(/<font>.*?<\/font>/gs),
  ]
  const styles = [...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(part('xl/styles.xml'))?.[1] ?? '').matchAll(/<xf [^>]*>/g)]
  const isBold = (style: string | undefined) => {
    const font = Number(/fontId="(\d+)"/.exec(styles[Number(style)]?.[0] ?? '')?.[1])
    return fonts[font]?.[0].includes('<b') ?? false
  }
  const cells = new Map(
    [...part('xl/worksheets/sheet1.xml').matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(found => {
      const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(found[1] ?? '')?.[1]
      const value = attribute('t') === 's' ? (strings[Number(found[2])] ?? '') : Number(found[2])
      return [attribute('r') ?? '', { value, isBold: isBold(attribute('s')) }]
    }),
  )
  return { files, part, cells, value: (at: string) => cells.get(at)?.value }
}

describe('xlsxTables', () => {
  it('has numbers as numbers with their format, the best bold, intervals beside them', async () => {
    const { part, cells, value } = await read(makeResultTables())
    expect(['A1', 'B1', 'C1', 'D1', 'E1'].map(value)).toEqual(['Model', 'Overall', '95 % from', 'to', 'All points'])
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map(value)).toEqual(['Larch-2', 8.075, -0.0512, 8.8049, 0.8125])
    expect(['A3', 'B3', 'E3'].map(value)).toEqual(['Juniper_1', -0.5, '–'])
    expect(['A4', 'B4', 'E4'].map(value)).toEqual(['Items', '17–18', 18])
    expect(['A1', 'A2', 'B2', 'B3'].map(at => cells.get(at)?.isBold)).toEqual([true, false, true, false])
    const said = [...cells.values()].map(cell => cell.value)
    expect(said).toEqual(expect.arrayContaining(['Mean scores, en', 'Made up.', 'How to read it.']))
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen/)
    expect(part('xl/styles.xml')).toMatch(/formatCode="0\.0%"/)
    expect(part('xl/workbook.xml')).toContain('Mean scores, en 2')
    expect((await read(makeResultTables(), false)).value('C1')).toBe('All points')
  })

  it('shows what the page shows where a spreadsheet would round the exact value otherwise', async () => {
    const tables = makeResultTables()
    const [cell] = tables.tables[0]?.rows[0]?.slice(1) ?? []
    // 1.005 is a little less in binary, so toFixed shows 1.00; a spreadsheet would show 1.01.
    if (typeof cell === 'object') Object.assign(cell, { value: 1.005, display: (1.005).toFixed(2), interval: null })
    expect((await read(tables)).value('B2')).toBe(1)
  })

  it('neutralises every text, and no text breaks it', { timeout: 60_000 }, async () => {
    const dangerous = fc.constantFrom(
      '=1+1',
      '+1',
      '-1',
      '@A1',
      '\t=1',
      '\r=1',
      '\0=1',
      '<x>&"\'',
      '\u0001=1',
      ' =1',
      ']]>',
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(dangerous, fc.string({ unit: 'binary' })), async text => {
        const { cells, part } = await read(makeResultTables(text))
        for (const { value } of cells.values()) expect(String(value)).toMatch(/^-?[\d.]|^(?!\s*[=+\-@\t\r\0])/)
        expect(part('xl/sharedStrings.xml')).not.toMatch(/[^\P{Cc}\t\n\r]/u)
      }),
      { numRuns: 30 },
    )
  })

  it('is the same to the byte whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z') })
    const first = await xlsxTables(makeResultTables(), { intervals: true })
    vi.setSystemTime(new Date('2027-06-01T12:34:56Z'))
    expect(await xlsxTables(makeResultTables(), { intervals: true })).toEqual(first)
  })
})

describe('sheetNames', () => {
  it('are short, allowed and different', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 12 }), captions => {
        const names = sheetNames(captions)
        expect(new Set(names.map(name => name.toLowerCase())).size).toBe(captions.length)
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(31)
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/)
        }
      }),
    )
    expect(sheetNames(['Each pair: Overall [x]', 'Each pair: Overall [x]'])).toEqual([
      'Each pair Overall x',
      'Each pair Overall x 2',
    ])
  })
})
