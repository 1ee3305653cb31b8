import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../platform/errors'
import { csvLines } from './csv-lines'
import { fileHeaders, refusalResponse } from './download-response'
import { neutralCell } from './neutral-cell'

describe('neutralCell', () => {
  it('makes no two texts the same: one apostrophe taken off gives back what was there', () => {
    const original = (cell: string) => cell.replace(/^'('*\s*[-=+@\t\r\0])/, '$1')
    expect([neutralCell('=x'), neutralCell("'=x")]).toEqual(["'=x", "''=x"])
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', ' ', '\u00a0', 'a') }))
    fc.assert(fc.property(text, given => original(neutralCell(given)) === given))
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1'])('defuses %j', text => {
    expect(neutralCell(text)).toBe(`'${text}`)
  })

  it('leaves other text as it is, and never leaves a formula', () => {
    expect(neutralCell('a = b')).toBe('a = b')
    fc.assert(
      fc.property(fc.string(), text => {
        expect(neutralCell(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('csvLines', () => {
  it('gives back what was put in, whatever the text', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 })
    fc.assert(
      fc.property(cells, rows => {
        expect(parse(csvLines(rows), { relax_column_count: true })).toEqual(rows)
      }),
    )
  })
})

describe('downloads', () => {
  it('have a name of any script and are never shown in the browser', () => {
    const headers = fileHeaders({ fileName: "研究's (1).csv", format: 'csv', sha256: 'ab' })
    expect(headers).toMatchObject({
      'content-disposition': `attachment; filename="___s__1_.csv"; filename*=UTF-8''%E7%A0%94%E7%A9%B6%27s%20%281%29.csv`,
      'cache-control': 'private, no-store, no-transform',
      etag: '"ab"',
    })
  })

  it('turn expected refusals into plain text, and nothing else', async () => {
    const refused = refusalResponse(new DomainError('blinded', 'Not yet.'))
    expect([refused.status, await refused.text()]).toEqual([403, 'Not yet.\n'])
    expect(() => refusalResponse(new Error('secret'))).toThrow('secret')
  })
})
