import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteRange } from './byte-range'

const of = (range: string, size = 100, ifRange?: string) =>
  byteRange(new Headers({ range, ...(ifRange && { 'if-range': ifRange }) }), size, '"v1"')

describe('byteRange', () => {
  it.each([
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=50-1000', { first: 50, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-0', null],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    ['lines=0-1', null],
  ])('%s', (range, expected) => {
    expect(of(range)).toEqual(expected)
  })

  it('gives the whole file when it is not the version that was begun', () => {
    expect(of('bytes=50-', 100, '"v1"')).toEqual({ first: 50, last: 99 })
    expect(of('bytes=50-', 100, '"v0"')).toBeNull()
    expect(of('bytes=50-', 100, 'W/"v1"')).toBeNull()
    expect(byteRange(new Headers(), 100, '"v1"')).toBeNull()
  })

  it('never leaves the file', () => {
    const number = fc.oneof(fc.constant(''), fc.nat(300).map(String))
    fc.assert(
      fc.property(number, number, fc.nat(200), (from, to, size) => {
        const range = of(`bytes=${from}-${to}`, size)
        if (range === null || range === 'unsatisfiable') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.last).toBeGreaterThanOrEqual(range.first)
        expect(range.last).toBeLessThan(size)
      }),
    )
  })
})
