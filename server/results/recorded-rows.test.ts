import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupRecordedRows, neededStep, recordedHash, recordedKey } from './recorded-judgments'
import { readRecordedRows } from './recorded-rows'

const scale = { min: 0, max: 10, step: 1 }

describe('readRecordedRows', () => {
  it('names the line at which a record of several lines begins', () => {
    const text = 'item,model,score,comment\nm1,A,8,"two\nlines"\nm2,A,x,\n'
    const { rows, problems } = readRecordedRows(text, 'csv')
    expect(rows.map(row => [row.line, row.comment])).toEqual([[2, 'two\nlines']])
    expect(problems).toMatchObject([{ line: 4, field: 'score', value: 'x' }])
  })

  it('takes a byte order mark, CRLF and other spellings of the header', () => {
    const { rows, problems } = readRecordedRows('\uFEFFPrompt_ID , Model,Score\r\nm1,A,8.0\r\n', 'csv')
    expect(problems).toEqual([])
    expect(rows).toMatchObject([{ item: 'm1', model: 'A', score: '8.0' }])
  })

  it.each([
    ['csv', 'item,score\nm1,8\n', 'model'],
    ['csv', 'item,model\nm1,A\n', 'score'],
    ['jsonl', '{"item": "m1", "model": "A"}', 'score'],
    ['jsonl', '[1]', ''],
    ['csv', '', ''],
  ] as const)('refuses %s %j', (format, text, field) => {
    const { rows, problems } = readRecordedRows(text, format)
    expect(rows).toEqual([])
    expect(problems[0]).toMatchObject({ line: 1, field })
  })
})

describe('groupRecordedRows', () => {
  const row = (changes: object) => ({
    line: 2,
    item: 'm1',
    language: 'en',
    category: null,
    model: 'A',
    sample: 0,
    score: '8',
    annotator: null,
    comment: null,
    ...changes,
  })

  it('takes a repeated row once, and refuses a contradiction', () => {
    expect(groupRecordedRows([row({}), row({ line: 3 })], scale)).toMatchObject({ repeatedRows: 1, problems: [] })
    const { problems } = groupRecordedRows([row({}), row({ line: 3, score: '9' })], scale)
    expect(problems).toMatchObject([{ line: 3, field: 'score' }])
  })

  it('refuses an item of two languages, and a ninth response', () => {
    expect(groupRecordedRows([row({}), row({ line: 3, model: 'B', language: 'zh' })], scale).problems).toMatchObject([
      { line: 3, field: 'language' },
    ])
    const nine = Array.from({ length: 9 }, (_, index) => row({ model: `M${index}`, line: index + 2 }))
    expect(groupRecordedRows(nine, scale).problems).toMatchObject([{ line: 10, field: 'model' }])
  })

  it('says which step a file needs', () => {
    expect(neededStep([8, 8.5], scale)).toBe(0.5)
    expect(neededStep([8.2], scale)).toBe(0.2)
    expect(neededStep([8.7, 8.2], scale)).toBe(0.1)
    expect(neededStep([8.25], scale)).toBeNull()
  })

  it('hashes what a judgment says, whatever the order of its rows', () => {
    const score = fc.record({ model: fc.string(), score: fc.integer({ min: 0, max: 10 }).map(String) })
    fc.assert(
      fc.property(fc.uniqueArray(score, { selector: one => one.model, minLength: 1, maxLength: 8 }), scores => {
        const hash = (rows: object[]) => groupRecordedRows(rows.map(row), scale).judgments.map(recordedHash)
        expect(hash(scores.toReversed())).toEqual(hash(scores))
      }),
    )
  })

  it('keys a judgment by study, annotator and item, as a UUID', () => {
    expect(recordedKey('s', null, 'm1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(recordedKey('s', null, 'm1')).not.toBe(recordedKey('s', 'null', 'm1'))
  })
})
