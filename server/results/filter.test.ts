import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readResultFilter, resultFilterSchema, wholeStudy, withoutSchema, writeResultFilter } from './filter'

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(text => text.trim() !== '')
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const written = (date: Date) => date.toISOString().slice(0, 10)

const given = fc
  .record(
    {
      judgments: fc.constantFrom('original', 'adjudicated'),
      languages: fc.array(word, { maxLength: 4 }),
      categories: fc.array(word, { maxLength: 4 }),
      annotators: fc.array(word, { maxLength: 4 }),
      withoutAnnotators: fc.array(word, { maxLength: 4 }),
      metadata: fc.array(
        fc.record({ key: word.filter(text => !text.includes(':')), value: fc.string({ maxLength: 9 }) }),
        {
          maxLength: 4,
        },
      ),
      without: fc.array(fc.constantFrom(...withoutSchema.options), { maxLength: 4 }),
      days: fc.tuple(day, day),
    },
    { requiredKeys: [] },
  )
  .map(({ days, ...rest }) => {
    const [from, to] = (days ?? []).map(written).sort()
    return { ...rest, ...(from && to ? { from, to } : {}) }
  })

describe('the filter of results', () => {
  it('comes back from its address as it was', () => {
    fc.assert(
      fc.property(given, raw => {
        const filter = resultFilterSchema.parse(raw)
        expect(readResultFilter(writeResultFilter(filter))).toEqual(filter)
        expect(readResultFilter(new URLSearchParams(writeResultFilter(filter).toString()))).toEqual(filter)
      }),
    )
  })

  it('is the same for the same values in another order', () => {
    const one = readResultFilter({ language: ['zh', 'en', 'zh'], without: ['too-fast', 'flagged'] })
    const other = readResultFilter(new URLSearchParams('without=flagged&language=en&without=too-fast&language=zh'))
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  it('is short for the whole study, and takes empty fields of a form as not given', () => {
    expect(writeResultFilter(wholeStudy).toString()).toBe('')
    expect(readResultFilter({ language: '', from: '', criterion: 'x' })).toEqual(wholeStudy)
  })

  it('reads what people write', () => {
    const address =
      'language=zh&category=Code&category=-&annotator=p-7&without-annotator=p-8&from=2026-01-01&meta=source:arena:2&without=too-fast&judgments=adjudicated'
    expect(readResultFilter(new URLSearchParams(address))).toEqual({
      judgments: 'adjudicated',
      languages: ['zh'],
      categories: ['-', 'Code'],
      annotators: ['p-7'],
      withoutAnnotators: ['p-8'],
      from: '2026-01-01',
      metadata: [{ key: 'source', value: 'arena:2' }],
      without: ['too-fast'],
    })
  })

  it.each([
    ['judgments=all', 'judgments'],
    ['from=01.02.2026', 'from'],
    ['to=2026-02-30', 'to'],
    ['from=2026-02-02&to=2026-02-01', 'to'],
    ['from=2026-02-02&from=2026-02-03', 'from'],
    ['meta=source', 'meta'],
    ['without=slow', 'without'],
  ])('refuses %s, and names the parameter', (address, parameter) => {
    expect(() => readResultFilter(new URLSearchParams(address))).toThrow(
      expect.objectContaining({
        code: 'invalid',
        detail: { parameter },
        message: expect.stringContaining(`"${parameter}"`),
      }),
    )
  })
})
