import { describe, expect, it } from 'vitest'
import { tagRates } from './tag-rates'

describe('tagRates', () => {
  const judged = new Map([
    ['A', 6],
    ['B', 4],
    ['C', 0],
  ])

  it('has a row for every tag and model, with the responses that were judged', () => {
    const rows = tagRates(['refusal', 'wrong fact'], judged, [{ tag: 'wrong fact', model: 'A', responses: 3 }])
    expect(rows.map(({ tag, model, count, n, value }) => [tag, model, count, n, value])).toEqual([
      ['refusal', 'A', 0, 6, 0],
      ['refusal', 'B', 0, 4, 0],
      ['refusal', 'C', 0, 0, null],
      ['wrong fact', 'A', 3, 6, 0.5],
      ['wrong fact', 'B', 0, 4, 0],
      ['wrong fact', 'C', 0, 0, null],
    ])
    expect(rows[3]?.lower).toBeCloseTo(0.18761630648265054, 12)
    expect(rows[2]?.reason).toBe('no-data')
  })

  it('refuses more tagged than judged responses', () =>
    expect(() => tagRates(['refusal'], judged, [{ tag: 'refusal', model: 'B', responses: 5 }])).toThrow(RangeError))
})
