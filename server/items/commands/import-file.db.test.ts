import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeStudy } from '@/prisma/builders/make-study'
import { requireOperatorStudy } from '../../people/queries'
import { db, disconnect } from '../../platform/db'
import type { ImportOptionsInput } from '../schema'
import { importFile } from './import-file'

afterAll(disconnect)

const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text)

async function makeDraft(protocol = {}) {
  const { studyId } = await makeStudy({ items: [], models: [], open: false, protocol })
  return requireOperatorStudy(studyId)
}
type Study = Awaited<ReturnType<typeof makeDraft>>

const importText = (
  study: Study,
  content: string | Uint8Array,
  options: ImportOptionsInput = {},
  fileName = 'a.jsonl',
  dryRun = false,
) =>
  importFile({
    study,
    options,
    dryRun,
    source: {
      fileName,
      byteSize: bytesOf(content).length,
      read: async function* () {
        // In pieces, so that lines and characters are cut.
        const bytes = bytesOf(content)
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
      },
    },
  })

const line = (id: string, rest: Record<string, unknown> = {}) =>
  JSON.stringify({
    id,
    language: 'en',
    category: 'math',
    prompt: `Prompt of ${id}`,
    responses: [
      { model: 'alpha', text: `Alpha on ${id}` },
      { model: 'beta', text: `Beta on ${id}` },
    ],
    ...rest,
  })
const jsonl = (...lines: string[]) => `${lines.join('\n')}\n`

async function contents({ studyId }: Study) {
  const items = await db.item.findMany({
    where: { studyId },
    orderBy: { position: 'asc' },
    include: { category: true, responses: { include: { source: { include: { model: true } }, reasoning: true } } },
  })
  return items.map(item => ({
    id: item.externalId,
    language: item.language,
    category: item.category?.code ?? null,
    messages: item.messages,
    references: item.references,
    metadata: item.metadata,
    responses: item.responses
      .map(({ id, turns, status, source, reasoning, representativeId }) => ({
        model: source?.model.name,
        sample: source?.sampleIndex,
        turns,
        status,
        reasoning: reasoning?.text ?? null,
        raw: source?.rawText ?? null,
        metadata: source?.metadata,
        own: representativeId === id,
      }))
      .sort((a, b) => `${a.model}${a.sample}`.localeCompare(`${b.model}${b.sample}`)),
  }))
}
const codes = (result: Awaited<ReturnType<typeof importFile>>) =>
  result.problems.map(problem => `${problem.line} ${problem.code} ${problem.field}`)

describe('what a line becomes', () => {
  test('prompt, conversation, category, language, references, reasoning, status, metadata', async () => {
    const study = await makeDraft()
    const result = await importText(
      study,
      jsonl(
        line('i1', { category: 'MATHEMATICS', language: 'zh_hans', reference: '42', source: { repo: 'x' } }),
        line('i2', {
          category: undefined,
          prompt: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Hi' },
          ],
          responses: [
            { model: 'alpha', text: '<think>hm \\ \t"</think>\n\nHello\tthere\\n', latency_ms: 12 },
            { model: 'beta', text: 'Hello  there\\n', reasoning: 'apart' },
            { model: 'gamma', status: 'refused', text: '' },
            { model: 'gamma', sample: 1, status: 'not collected' },
          ],
        }),
        line('i3', {
          prompt: 'a',
          turns: ['a', 'b'],
          reference_turns: ['r1', null],
          responses: [{ model: 'alpha', text: 'x', turns: ['x', 'y'] }],
        }),
      ),
    )
    expect(result).toMatchObject({
      status: 'imported',
      summary: { items: { new: 3 }, responses: { new: 7, sharingSlot: 1, withReasoning: 2 } },
    })
    const [first, second, third] = await contents(study)
    expect(first).toMatchObject({
      language: 'zh-Hans',
      category: 'math',
      references: ['42'],
      metadata: { source: { repo: 'x' } },
    })
    expect(second?.messages).toEqual([
      { role: 'system', text: 'Be brief.' },
      { role: 'user', text: 'Hi' },
    ])
    expect(second?.responses).toMatchObject([
      {
        model: 'alpha',
        turns: ['Hello\tthere\\n'],
        reasoning: 'hm \\ \t"',
        raw: '<think>hm \\ \t"</think>\n\nHello\tthere\\n',
        metadata: { latency_ms: 12 },
      },
      { model: 'beta', turns: ['Hello  there\\n'], reasoning: 'apart', raw: null },
      { model: 'gamma', sample: 0, status: 'REFUSED', turns: [''] },
      { model: 'gamma', sample: 1, status: 'NOT_COLLECTED' },
    ])
    // Equal after normalising white space: one of the two stands for both.
    expect(second?.responses.slice(0, 2).filter(response => response.own)).toHaveLength(1)
    expect(third).toMatchObject({
      references: ['r1', ''],
      messages: [{ text: 'a' }, { text: 'b' }],
      responses: [{ turns: ['x', 'y'] }],
    })
    const models = await db.model.findMany({ where: { studyId: study.studyId } })
    expect(models.map(model => model.name).sort()).toEqual(['alpha', 'beta', 'gamma'])
    expect(models.every(model => /^Model [0-9A-F]{4}$/.test(model.codeName))).toBe(true)
  })

  test('items and responses in separate files, and CSV with one row per response', async () => {
    const study = await makeDraft()
    await importText(study, jsonl(line('a', { responses: undefined }), line('b', { responses: undefined })))
    const csv = 'id;model;text;status\r\na;alpha;"one; ""two""\nthree";ok\r\nb;alpha;;refused\r\nc;alpha;x;ok\r\n'
    const refused = await importText(study, csv, {}, 'a.csv')
    expect([refused.status, codes(refused)[0]]).toEqual(['refused', '5 unknown_item id'])
    await importText(study, csv, { goodLinesOnly: true }, 'a.csv')
    const [a, b] = await contents(study)
    expect(a?.responses).toMatchObject([{ model: 'alpha', turns: ['one; "two"\nthree'] }])
    expect(b?.responses).toMatchObject([{ status: 'REFUSED', turns: [''] }])
  })

  test('CSV with the item on each row, in another encoding', async () => {
    const study = await makeDraft()
    // "id,language,prompt,model,text" and rows with 你好 and 世界 in GB18030.
    const gb = Buffer.concat([
      Buffer.from('id,language,prompt,model,text\nq,zh,'),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from(',alpha,'),
      Buffer.from([0xca, 0xc0, 0xbd, 0xe7]),
      Buffer.from('\nq,zh,'),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from(',beta,ok\n'),
    ])
    const wrong = await importText(study, gb, {}, 'a.csv')
    expect(codes(wrong)).toEqual(['2 bad_encoding ', '3 bad_encoding '])
    expect(wrong.problems[0]?.message).toContain('byte 36 of the file')
    const right = await importText(study, gb, { encoding: 'gb18030' }, 'a.csv')
    expect(right.summary).toMatchObject({ items: { new: 1 }, responses: { new: 2 } })
    const [item] = await contents(study)
    expect(item).toMatchObject({ messages: [{ text: '你好' }], responses: [{ turns: ['世界'] }, { turns: ['ok'] }] })
  })
})

describe('again, and beside what is there', () => {
  test('the same file again changes nothing', async () => {
    const study = await makeDraft()
    const file = jsonl(line('a'), line('b', { responses: [{ model: 'alpha', text: '<think>x</think>y' }] }))
    await importText(study, file)
    const before = await contents(study)
    const again = await importText(study, file)
    expect(again.summary).toMatchObject({
      items: { new: 0, unchanged: 2 },
      responses: { new: 0, unchanged: 3 },
      problems: { errors: 0 },
    })
    expect(await contents(study)).toEqual(before)
  })

  test('while a study is judged blindly, no answer tells whether a text is of the model that a file says', async () => {
    const study = await makeDraft({ blindAdmins: true })
    await importText(study, jsonl(line('a')))
    await db.study.update({ where: { id: study.studyId }, data: { state: 'OPEN' } })
    const guess = (model: string) => {
      const responses = [{ model, text: 'Alpha on a' }]
      return importText(study, jsonl(line('a', { responses })), {}, 'a.jsonl', true)
    }
    const [right, wrong] = [await guess('alpha'), await guess('beta')]
    // But for the model that the file itself names.
    const answer = ({ summary: { models, ...summary }, problems }: typeof right) =>
      JSON.stringify({ summary, models: models.map(model => model.responses).sort(), problems }).replaceAll(
        /alpha|beta/g,
        'model',
      )
    expect(answer(wrong)).toBe(answer(right))
    expect(right.problems).toMatchObject([{ severity: 'warning', code: 'not_compared' }])
  })

  test('the same id: same content is skipped, other content is an error that names both lines', async () => {
    const study = await makeDraft()
    const result = await importText(study, jsonl(line('a'), line('a'), line('a', { prompt: 'other' })))
    expect(codes(result)).toEqual(['2 repeated_line id', '3 duplicate_id id'])
    expect(result.problems.find(problem => problem.code === 'duplicate_id')?.message).toContain('Line 1')
    await importText(study, jsonl(line('a')))
    expect(codes(await importText(study, jsonl(line('a', { prompt: 'other' }))))).toContain('1 conflict_with_study id')
    const other = line('a', { responses: [{ model: 'alpha', text: 'changed' }] })
    expect(codes(await importText(study, jsonl(other)))).toContain('1 duplicate_response responses[0].model')
    expect(await contents(study)).toHaveLength(1)
  })

  test('all or nothing, or the good lines', async () => {
    const study = await makeDraft()
    const file = jsonl(
      line('a'),
      '{"id": "b", "prompt": ',
      line('c', { responses: [{ model: 'alpha', text: ' ' }] }),
      line('d'),
    )
    const refused = await importText(study, file)
    expect([refused.status, refused.importId]).toEqual(['refused', null])
    expect(codes(refused).filter(code => !code.includes('missing'))).toEqual([
      '2 bad_json ',
      '3 empty_response responses[0].text',
    ])
    expect(await contents(study)).toEqual([])
    const good = await importText(study, file, { goodLinesOnly: true })
    expect(good.summary).toMatchObject({ items: { new: 2 }, badLines: 2 })
    expect((await contents(study)).map(item => item.id)).toEqual(['a', 'd'])
  })

  test('bad encodings, half characters and a byte order mark', async () => {
    const study = await makeDraft()
    const content = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(`${line('a', { prompt: 'one\u2028two\u0085three' })}\r\n`),
      Buffer.from('{"id":"b","prompt":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\r\n{"id":"c","language":"en","prompt":"cut \\ud83d"}\r\n'),
      Buffer.from(`${line('d', { prompt: 'zero \u0000' })}\r\n`),
    ])
    const result = await importText(study, content, { goodLinesOnly: true })
    expect(codes(result)).toEqual(['2 bad_encoding ', '3 lone_surrogate prompt'])
    expect((await contents(study)).map(item => item.messages)).toEqual([
      [{ role: 'user', text: 'one\u2028two\u0085three' }],
      [{ role: 'user', text: 'zero \u2400' }],
    ])
  })

  test('unknown categories are listed, mapped or made', async () => {
    const study = await makeDraft()
    const file = jsonl(line('a', { category: 'Dialect' }), line('b', { category: 'formal_writing' }), line('c'))
    const unknown = await importText(study, file)
    expect(unknown.summary.unknownCategories).toMatchObject([
      { value: 'Dialect', folded: 'dialect', count: 1, line: 1 },
      { value: 'formal_writing', folded: 'formal writing', count: 1, line: 2 },
    ])
    const options: ImportOptionsInput = {
      categories: {
        dialect: { action: 'create', name: 'Dialects' },
        'formal writing': { action: 'map', code: 'text-generation' },
      },
    }
    await importText(study, file, options)
    expect((await contents(study)).map(item => item.category)).toEqual(['dialects', 'text-generation', 'math'])
    expect((await importText(study, file, options)).summary.items).toEqual({ new: 0, unchanged: 3 })
  })

  test('a missing response is a warning, or an error when the study asks for complete blocks', async () => {
    const file = jsonl(line('a'), line('b', { responses: [{ model: 'alpha', text: 'x' }] }))
    const lenient = await importText(await makeDraft(), file)
    expect(lenient.problems).toMatchObject([{ line: 2, severity: 'warning', code: 'missing_response', value: 'beta' }])
    const strict = await makeDraft({ completeBlocks: true })
    expect((await importText(strict, file)).status).toBe('refused')
    expect(await contents(strict)).toEqual([])
  })
})

describe('a study that has begun', () => {
  test('an open study gets items with places; a model added later gets a bridge; more samples of a model are refused; a closed study refuses', async () => {
    const { studyId } = await makeStudy({ items: [{}], models: ['alpha', 'beta'] })
    const study = await requireOperatorStudy(studyId)
    await importText(study, jsonl(line('new')))
    const item = await db.item.findFirstOrThrow({ where: { studyId, externalId: 'new' }, include: { places: true } })
    expect(item.places).toHaveLength(1)
    const [known] = await db.responseSource.findMany({ where: { itemId: item.id }, include: { model: true } })
    const sample = { id: 'new', model: known?.model.name, sample: 7, text: 'one more' }
    expect(codes(await importText(study, jsonl(JSON.stringify(sample))))).toContain('1 already_assigned responses')
    await importText(study, jsonl(JSON.stringify({ id: 'new', model: 'gamma', text: 'late' })))
    expect(await db.place.findMany({ where: { itemId: item.id, occasion: 'BRIDGE' } })).toHaveLength(1)
    await db.study.update({ where: { id: studyId }, data: { state: 'CLOSED' } })
    await expect(importText(study, jsonl(line('newer')))).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('a large file streams in bounded memory', async () => {
  const study = await makeDraft()
  const text = 'word '.repeat(400)
  const count = 3000
  let largest = 0
  const read = async function* () {
    for (let index = 0; index < count; index++) {
      if (index % 200 === 0) largest = Math.max(largest, process.memoryUsage().external)
      yield bytesOf(
        `${line(`i${index}`, { responses: [1, 2, 3].map(model => ({ model: `m${model}`, text: `${text}${index} ${model}` })) })}\n`,
      )
    }
  }
  const before = process.memoryUsage().external
  const result = await importFile({ study, source: { fileName: 'big.jsonl', byteSize: 20_000_000, read } })
  expect(result.summary).toMatchObject({ items: { new: count }, responses: { new: 3 * count } })
  expect(await db.item.count({ where: { studyId: study.studyId } })).toBe(count)
  expect(largest - before).toBeLessThan(60_000_000)
})

const reference = process.env.ASSAY_REFERENCE_DIR && path.join(process.env.ASSAY_REFERENCE_DIR, 'data')
const files = reference
  ? ['chat-en', 'chat-zh', 'chat-other'].flatMap(folder =>
      existsSync(path.join(reference, folder))
        ? readdirSync(path.join(reference, folder)).map(name => path.join(reference, folder, name))
        : [],
    )
  : []
describe.skipIf(files.length === 0)('real files (ASSAY_REFERENCE_DIR; skipped without it)', () => {
  test.each(files)('%s imports as it is', async file => {
    const study = await makeDraft()
    const content = readFileSync(file)
    const check = await importText(study, content, {}, path.basename(file))
    const categories = Object.fromEntries(
      check.summary.unknownCategories.map(({ folded, value }) => [folded, { action: 'create' as const, name: value }]),
    )
    const result =
      check.status === 'refused' ? await importText(study, content, { categories }, path.basename(file)) : check
    expect([result.status, result.problems.filter(problem => problem.severity === 'error')]).toEqual(['imported', []])
    const count = content.toString('utf8').split('\n').filter(Boolean).length
    expect(await db.item.count({ where: { studyId: study.studyId } })).toBe(count)
  })

  test('hostile responses: what can be stored is, what is empty is named', async () => {
    const study = await makeDraft()
    const content = readFileSync(path.join(reference ?? '', 'nasty/synthetic-responses.jsonl'))
    const result = await importText(study, content, { defaultLanguage: 'en', goodLinesOnly: true })
    expect(codes(result).filter(code => !code.includes('_response responses'))).toEqual([])
    expect(result.problems.filter(problem => problem.severity === 'error').map(problem => problem.code)).toEqual([
      'empty_response',
    ])
    expect(await db.item.count({ where: { studyId: study.studyId } })).toBe(result.summary.lines - 1)
  })
})
