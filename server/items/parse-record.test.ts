import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyArray, copyText } from './copy-text'
import { columnField, detectDelimiter } from './csv-records'
import { parseRecord } from './parse-record'
import { undecodableByte } from './undecodable-byte'

const parse = (raw: unknown, defaultLanguage: string | null = null) => parseRecord(raw, 7, { defaultLanguage })
const errors = (raw: unknown) =>
  parse(raw).problems.flatMap(({ severity, code, field }) => (severity === 'error' ? [`${code} ${field}`] : []))
const good = { id: 'a', language: 'en', prompt: 'p', responses: [{ model: 'm', text: 't' }] }

describe('a record', () => {
  test('never throws, whatever it is, and a problem names its line', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map(text => JSON.parse(text)),
          fc.object(),
        ),
        raw => {
          for (const problem of parse(raw).problems) expect(problem.line).toBe(7)
        },
      ),
    )
  })

  test.each([
    [[], 'not_an_object '],
    [{ ...good, id: '' }, 'missing_field id'],
    [{ ...good, id: 'x'.repeat(300) }, 'bad_value id'],
    [{ ...good, language: undefined }, 'missing_field language'],
    [{ ...good, language: 'not a tag' }, 'bad_language language'],
    [{ ...good, prompt: '  ' }, 'empty_prompt prompt'],
    [{ ...good, prompt: 5 }, 'bad_prompt prompt'],
    [
      {
        ...good,
        prompt: [
          { role: 'tool', content: 'x' },
          { role: 'user', content: 'x' },
        ],
      },
      'bad_role prompt[0]',
    ],
    [{ ...good, category: 3 }, 'bad_value category'],
    [{ ...good, responses: 'x' }, 'bad_response responses'],
    [{ ...good, responses: [{ text: 't' }] }, 'missing_field responses[0].model'],
    [{ ...good, responses: [{ model: 'm' }] }, 'missing_field responses[0].text'],
    [{ ...good, responses: [{ model: 'm', text: ' \n' }] }, 'empty_response responses[0].text'],
    [{ ...good, responses: [{ model: 'm', text: '<think>only</think>' }] }, 'empty_response responses[0].text'],
    [{ ...good, responses: [{ model: 'm', text: 't', status: 'fine' }] }, 'bad_status responses[0].status'],
    [{ ...good, responses: [{ model: 'm', text: 't', sample: -1 }] }, 'bad_value responses[0].sample'],
    [{ id: 'a' }, 'missing_prompt prompt'],
  ])('%j is refused', (raw, error) => {
    expect(errors(raw)).toContain(error)
  })

  test('numbers are ids, one default language serves all, parts of a message are joined', () => {
    const record = parse(
      {
        ...good,
        id: 12,
        language: null,
        prompt: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'a' },
              { type: 'text', text: 'b' },
            ],
          },
        ],
      },
      'ja',
    )
    expect([record.externalId, record.item?.language, record.item?.messages]).toEqual([
      '12',
      'ja',
      [{ role: 'user', text: 'ab' }],
    ])
    expect(record.problems).toEqual([])
  })

  test('answers that do not fit the turns are a warning', () => {
    const { problems } = parse({ ...good, prompt: undefined, turns: ['a', 'b'] })
    expect(problems).toMatchObject([{ severity: 'warning', code: 'turn_count', field: 'responses[0].turns' }])
  })
})

test('COPY text keeps every text', () => {
  const unescaped = (text: string) =>
    text.replace(/\\(.)/g, (_, found: string) => ({ t: '\t', n: '\n', r: '\r' })[found] ?? found)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), given => {
      expect(copyText(given)).not.toMatch(/[\t\n\r]/)
      expect(unescaped(copyText(given))).toBe(given)
    }),
  )
  expect(unescaped(copyArray(['a"b\\', '']))).toBe('{"a\\"b\\\\",""}')
})

test('the columns of a CSV file', () => {
  expect(['Prompt ID', 'Response', 'latency'].map(columnField)).toEqual(['id', 'text', 'latency'])
  expect([detectDelimiter('id;"a,b,c,d";text'), detectDelimiter('id\ttext'), detectDelimiter('id')]).toEqual([
    ';',
    '\t',
    ',',
  ])
})

test('the first byte that cannot be decoded', () => {
  expect(undecodableByte(Uint8Array.of(0x61, 0xe4, 0xb8), 'utf-8')).toBe(1)
  expect(undecodableByte(Uint8Array.of(0x61, 0xe4, 0xb8, 0xad, 0xff), 'utf-8')).toBe(4)
  expect(undecodableByte(new TextEncoder().encode('ä中😀'), 'utf-8')).toBe(-1)
})
