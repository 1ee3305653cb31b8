import { describe, expect, test } from 'vitest'
import { itemHash } from './content-hash'
import { columnFields } from './csv-records'
import { parseRecord } from './parse-record'
import { plainItem } from './raw-record'

const parse = (raw: object) =>
  parseRecord({ id: 'a', language: 'en', prompt: 'p', ...raw }, 7, { defaultLanguage: null })
const found = (raw: object) => parse(raw).problems.map(({ code, field }) => `${code} ${field}`)
const extras = (raw: object) => parse(raw).item?.extras

describe('what only some items have', () => {
  test('a plain item has the extras of plain items, and its hash is what it was before there were any', () => {
    const { item } = parse({})
    expect(item?.extras).toBe(plainItem)
    expect(itemHash({ language: 'en', category: null, messages: [], references: [], extras: plainItem })).toEqual(
      itemHash({ language: 'en', category: null, messages: [], references: [], extras: { ...plainItem } }),
    )
  })

  test('purpose, known answers, explanation, context and source language', () => {
    const expected = [
      { criterion: 'overall', model: 'm', value: 2 },
      { criterion: 'overall', better: 'm', worse: { model: 'n', sample: 1 }, atLeast: 2 },
    ]
    const given = { purpose: 'gold', expected, explanation: 'e', context: 'c', source_language: 'EN' }
    expect(extras(given)).toEqual({
      purpose: 'GOLD',
      expected: [
        { criterion: 'overall', response: { model: 'm', sample: 0 }, value: 2, tolerance: 0 },
        { criterion: 'overall', better: { model: 'm', sample: 0 }, worse: { model: 'n', sample: 1 }, atLeast: 2 },
      ],
      explanation: 'e',
      context: 'c',
      sourceLanguage: 'en',
      rubric: null,
      pairs: null,
    })
    expect(parse(given).item?.metadata).toEqual({})
  })

  test.each([
    [{ purpose: 'golden' }, 'bad_value purpose'],
    [{ expected: [{ criterion: 'x', value: 1 }] }, 'bad_expected expected'],
    [{ purpose: 'gold', expected: 5 }, 'bad_expected expected'],
    [{ purpose: 'gold', expected: [{ criterion: 'x' }] }, 'bad_expected expected[0]'],
    [{ purpose: 'gold' }, 'no_expectation expected'],
    [{ source_language: 'not a tag' }, 'bad_language source_language'],
    [{ context: 5 }, 'bad_value context'],
    [{ rubric: [] }, 'bad_rubric rubric'],
    [{ rubric: 5 }, 'bad_rubric rubric'],
    [{ rubric: [{ text: 'x', maximum: -1 }] }, 'bad_rubric rubric[0].maximum'],
    [
      {
        rubric: [
          { id: 'a', text: 'x' },
          { id: 'a', text: 'y' },
        ],
      },
      'bad_rubric rubric',
    ],
    [{ pairs: [['m']] }, 'bad_pairs pairs'],
    [{ pairs: ['m', 'm'] }, 'bad_pairs pairs'],
    [
      {
        pairs: [
          ['m', 'n'],
          ['n', 'm'],
        ],
      },
      'bad_pairs pairs',
    ],
  ])('%j is refused or warned of', (raw, problem) => {
    expect(found(raw)).toContain(problem)
  })

  test('the hash covers all of them but the rubric, which has versions', () => {
    const hash = (raw: object) => {
      const { item } = parse(raw)
      if (!item) throw new Error('no item')
      return itemHash({ ...item, category: null }).toString('hex')
    }
    const changes = [{ purpose: 'attention' }, { context: 'c' }, { explanation: 'e' }, { source_language: 'de' }]
    const hashes = [{}, ...changes, { pairs: ['m', 'n'] }].map(hash)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hash({ rubric: ['x'] })).toBe(hash({}))
  })
})

describe('a rubric', () => {
  test('of texts gets ids from the texts, wherever they stand', () => {
    const ids = (rubric: unknown) => extras({ rubric })?.rubric?.map(point => point.id)
    const [first, second] = ids(['One.', 'Two.']) ?? []
    expect(ids(['New.', 'Two.', 'One.'])?.slice(1)).toEqual([second, first])
    expect(new Set(ids(['Same.', 'Same.'])).size).toBe(2)
    expect(ids('One.\nTwo.\n')).toEqual([first, second])
    expect(ids('["One.", "Two."]')).toEqual([first, second])
  })

  test('of points keeps what they say; a maximum above 1 is graded in points', () => {
    expect(
      extras({
        rubric: [
          { id: 'a', text: 'x', maximum: 3 },
          { text: 'y', grading: 'partly', weight: 2 },
        ],
      })?.rubric,
    ).toMatchObject([
      { id: 'a', text: 'x', maximum: 3, grading: 'points', weight: null },
      { text: 'y', maximum: 1, grading: 'partly', weight: 2 },
    ])
  })

  test('may stand as weighted criteria; other criteria stay metadata', () => {
    const criteria = [{ name: 'important_0', criterion: 'Defines it.', weight: 0.25, evidence: ['…'] }]
    const { item } = parse({ criteria })
    expect(item?.extras.rubric).toEqual([
      { id: 'important_0', text: 'Defines it.', maximum: 1, grading: 'met', weight: 0.25 },
    ])
    expect(item?.metadata).toEqual({})
    expect(parse({ criteria: ['fluency'] }).item?.metadata).toEqual({ criteria: ['fluency'] })
  })
})

test('pairs have a short form', () => {
  const of = (model: string, sample = 0) => ({ model, sample })
  expect(extras({ pairs: ['m', 'n'] })?.pairs).toEqual([[of('m'), of('n')]])
  expect(extras({ pairs: [['m', { model: 'm', sample: 1 }]] })?.pairs).toEqual([[of('m'), of('m', 1)]])
  expect(extras({ pairs: '[["m","n"]]' })?.pairs).toEqual([[of('m'), of('n')]])
})

describe('a translation', () => {
  const line = {
    id: 't1',
    source_language: 'en',
    target_language: 'zh',
    domain: 'news',
    source: 'Good morning.',
    reference: '早上好。',
    outputs: [{ system: 'one', text: '早。', human: { esa: [90] } }],
  }

  test('has its source as the prompt, its target as the language and systems as models', () => {
    const record = parseRecord(line, 1, { defaultLanguage: null })
    expect(record.item).toMatchObject({
      language: 'zh',
      messages: [{ role: 'user', text: 'Good morning.' }],
      references: ['早上好。'],
      metadata: { domain: 'news' },
      extras: { sourceLanguage: 'en' },
    })
    expect(record.responses).toMatchObject([{ model: 'one', turns: ['早。'], metadata: { human: { esa: [90] } } }])
    expect(record.noted).toBe('human')
  })

  test('is told from a source that says where an item is from', () => {
    const { item } = parse({ source: 'a web page' })
    expect(item?.messages[0]?.text).toBe('p')
    expect(item?.metadata).toEqual({ source: 'a web page' })
    const response = parseRecord({ id: 'a', model: 'm', text: 't', source: 'api' }, 1, { defaultLanguage: null })
    expect(response.item).toBeNull()
  })

  test('in CSV has systems where there is no model', () => {
    const names = ['id', 'source_language', 'target_language', 'source', 'system', 'text']
    expect(columnFields(names)).toEqual(['id', 'source_language', 'language', 'source', 'model', 'text'])
    expect(columnFields(['id', 'prompt', 'system', 'text'])).toContain('system')
  })
})

test('the text of a response may come in parts or sections, or as a number', () => {
  const text = (given: unknown) => parse({ responses: [{ model: 'm', text: given }] }).responses[0]?.turns
  expect(text([{ type: 'text', text: 'a' }, 'b'])).toEqual(['ab'])
  expect(text([{ title: 'One', text: ' a ' }, { text: 'b' }])).toEqual(['## One\n\na\n\nb'])
  expect(text(42)).toEqual(['42'])
  expect(found({ responses: [{ model: 'm', text: 42 }] })).toContain('text_converted responses[0].text')
  expect(found({ responses: [{ model: 'm', text: [{ image: 1 }] }] })).toContain('bad_value responses[0].text')
})

test('two different languages of the responses are refused; the same one twice is not', () => {
  expect(found({ language: 'en', target_language: 'zh' })).toEqual(['bad_language target_language'])
  expect(parse({ lang: 'en', language: undefined, target_language: 'ZH' }).problems[0]).toMatchObject({
    line: 7,
    severity: 'error',
    value: 'ZH',
    message: expect.stringContaining('"language" says en and "target_language" zh'),
    fix: expect.stringContaining('"source_language"'),
  })
  expect(found({ language: 'EN', target_language: 'en' })).toEqual([])
  expect(parse({ language: '', target_language: 'zh' }).item?.language).toBe('zh')
})
