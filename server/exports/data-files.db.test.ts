import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rating } from '@/criteria/schema'
import { judgeStudy, preferSmaller } from '@/prisma/builders/judge-study'
import { makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import type { StudyAccess } from '../people/access'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect, sql } from '../platform/db'
import { makeReadable } from '../results/make-draft-study'
import { presetProtocol } from '../studies/presets'
import { bindLiterals } from './data/bind-literals'
import { neutralSql } from './data/cell-sql'
import { makeExportFile } from './make-export-file'
import { neutralCell } from './neutral-cell'
import { dataSourceOf } from './queries/data/data-source-of'
import { type DataKind, exportRequestSchema, type GivenExportRequest } from './schema'

afterAll(disconnect)

const hostile = '=cmd|" /C calc"!A0,\n"quoted" \\ back\tend'
const chat = presetProtocol('general-chat')
const criteria = [
  ...chat.criteria,
  ...presetProtocol('translation').criteria.filter(one => one.kind === 'spans'),
  ...presetProtocol('ranking').criteria.filter(one => one.kind === 'ranking'),
]

const scale = criteria.find(one => one.kind === 'scale' && one.scope === 'response')?.id ?? ''

/** A study with scores, ranks, comments and marks of two people, one response in two places, one judgment left out. */
async function makeJudged() {
  const [one, other] = [await makeSignedIn(), await makeSignedIn()]
  const study = await makeStudy({
    models: ['=model-1', 'model 2', '模型'],
    items: [
      { prompt: '+1', category: 'math' },
      { responses: ['same', 'same', 'other'], category: 'code', language: 'en' },
      { prompt: hostile },
    ],
    memberIds: [one.userId, other.userId],
    protocol: {
      ...chat,
      criteria,
      annotatorsPerItem: 2,
      overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
    },
  })
  const ranking = criteria.find(one => one.kind === 'ranking')?.id ?? ''
  const comment = criteria.find(one => one.kind === 'comment' && one.scope === 'response')?.id ?? ''
  for (const [person, { signInId }] of [one, other].entries())
    await judgeStudy(signInId, study, ({ item, slots }) =>
      slots.flatMap((models, at): Rating[] => [
        { criterion: scale, slot: at + 1, value: (item + person + (models[0] ?? 0) * 3) % 11 },
        { criterion: ranking, slot: at + 1, value: at + 1 },
        { criterion: comment, slot: at + 1, text: hostile },
      ]),
    )
  const [left] = await db.judgment.findMany({ where: { studyId: study.studyId }, orderBy: { id: 'asc' }, take: 1 })
  await db.judgment.update({
    where: { id: left?.id },
    data: { excludedAt: new Date(), excludedReason: '@left out' },
  })
  return makeReadable(await requireOperatorStudy(study.studyId))
}

let access: StudyAccess
beforeAll(async () => {
  access = await makeJudged()
})

const bytesOf = async (given: GivenExportRequest) => (await makeExportFile(access, given)).bytes
const linesOf = async (given: GivenExportRequest) =>
  (await bytesOf({ ...given, format: 'jsonl' }))
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)

describe('files of data', () => {
  const kinds = ['judgments', 'ratings', 'comparisons', 'items', 'responses'] as const satisfies readonly DataKind[]

  test.each(kinds)('%s say the same in every format', async kind => {
    const { columns } = await dataSourceOf(access, kind, exportRequestSchema.parse({ kind, format: 'csv' }))
    const lines = await linesOf({ kind, format: 'jsonl' })
    expect(lines.length).toBeGreaterThan(2)
    expect(Object.keys(lines[0] ?? {})).toEqual(columns.map(column => column.name))

    const cells = parse(await bytesOf({ kind, format: 'csv' }), { columns: true }) as unknown as Record<
      string,
      string
    >[]
    const shown = (value: unknown, type: string) => {
      if (value === null || value === undefined) return ''
      if (type === 'texts') return neutralCell((value as string[]).join('|'))
      if (type === 'json' || type === 'messages') return value
      return type === 'text' ? neutralCell(String(value)) : String(value)
    }
    const read = (text: string, type: string) =>
      text === ''
        ? ''
        : type === 'json' || type === 'messages'
          ? JSON.parse(text)
          : type === 'number'
            ? String(Number(text))
            : text
    for (const [at, line] of lines.entries())
      for (const { name, type } of columns)
        expect(read(cells[at]?.[name] ?? '', type), `${kind} ${at} ${name}`).toEqual(shown(line[name], type))
    expect(cells).toHaveLength(lines.length)

    const file = await bytesOf({ kind, format: 'parquet' })
    const rows = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    })
    const plain = (value: unknown): unknown =>
      typeof value === 'bigint' ? Number(value) : value instanceof Date ? value.toISOString() : (value ?? null)
    expect(
      rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
    ).toEqual(lines)
  })

  test.each(kinds)('%s are the same bytes every time, and no cell is a formula', async kind => {
    for (const format of ['csv', 'jsonl', 'parquet'] as const) {
      const [first, again] = [await bytesOf({ kind, format }), await bytesOf({ kind, format })]
      expect(first.equals(again)).toBe(true)
    }
    const cells = (parse(await bytesOf({ kind, format: 'csv' })) as string[][]).flat()
    expect(cells.filter(cell => /^\s*[=+@\t\r]/.test(cell) || /^-\D/.test(cell))).toEqual([])
  })

  test('ratings are what the database holds, row by row', async () => {
    const rows = await linesOf({ kind: 'ratings', format: 'jsonl', options: { all: true } })
    const ratings = await db.rating.findMany({
      where: { judgment: { studyId: access.studyId } },
      include: { judgment: true },
    })
    const responses = await db.response.findMany({
      where: { item: { studyId: access.studyId } },
      include: { item: true, source: { include: { model: true } } },
    })
    const expected = ratings.flatMap(rating =>
      responses
        .filter(response => response.representativeId === rating.responseId)
        .map(response => ({
          item: response.item.externalId,
          model: response.source?.model.name,
          slot: String.fromCharCode(64 + rating.slot),
          criterion: rating.criterion,
          value: rating.value,
          text: rating.text,
          submitted_at: rating.judgment.submittedAt.toISOString(),
          active_ms: rating.judgment.activeMs,
          excluded: rating.judgment.excludedReason,
        })),
    )
    const brief = (row: Record<string, unknown>) =>
      JSON.stringify(Object.keys(expected[0] ?? {}).map(name => row[name] ?? null))
    expect(rows.map(brief).sort()).toEqual(expected.map(brief).sort())
    // By default without the judgment that was left out.
    const counted = await linesOf({ kind: 'ratings', format: 'jsonl' })
    expect(counted.length).toBe(rows.filter(row => row.excluded === null).length)
    const { rows: told } = await makeExportFile(access, { kind: 'ratings', format: 'csv' })
    expect(told.done).toBe(counted.length)
  })

  test('comparisons stand in the order of the models, whatever their ids are', async () => {
    const names = ['=model-1', 'model 2', '模型']
    const rows = await linesOf({ kind: 'comparisons', format: 'jsonl', options: { criterion: scale } })
    expect(rows.every(row => names.indexOf(String(row.model_a)) < names.indexOf(String(row.model_b)))).toBe(true)
    const judgments = await linesOf({ kind: 'judgments', format: 'jsonl' })
    const mean = (item: unknown, model: unknown) => {
      const scores = judgments.filter(row => row.item === item && row.model === model).map(row => Number(row.score))
      return scores.reduce((sum, score) => sum + score, 0) / scores.length
    }
    for (const row of rows) {
      const difference = mean(row.item, row.model_a) - mean(row.item, row.model_b)
      const outcome = Math.abs(difference) < 1e-9 ? 'tie' : difference > 0 ? 'a' : 'b'
      expect([row.item, row.model_a, row.model_b, row.outcome]).toEqual([row.item, row.model_a, row.model_b, outcome])
    }
  })

  test('pairs for reward models have the better answer as chosen, by means and a margin', async () => {
    const given = { kind: 'preferences', format: 'jsonl', options: { criterion: scale } } as const
    const pairs = await linesOf({ ...given, options: { ...given.options, ties: 'keep' } })
    expect(pairs.map(pair => pair.item).filter(item => item === 'item-2')).toHaveLength(1)
    const own = ['=model-1', 'model 2', '模型', '=model-1 = model 2']
    for (const pair of pairs) {
      expect(own).toContain(pair.model_chosen)
      expect(own).toContain(pair.model_rejected)
      expect(Number(pair.margin)).toBeCloseTo(Number(pair.score_chosen) - Number(pair.score_rejected), 12)
      expect(pair.tie ? Math.abs(Number(pair.margin)) : Number(pair.margin)).toBeGreaterThanOrEqual(0)
      expect(pair.prompt).toEqual([{ role: 'user', content: expect.any(String) }])
      expect(pair.chosen).toEqual([{ role: 'assistant', content: expect.any(String) }])
    }
    const far = await linesOf({ ...given, options: { ...given.options, margin: 4 } })
    expect(far).toEqual(pairs.filter(pair => Number(pair.margin) >= 4))
    expect(far.length).toBeGreaterThan(0)
    expect(far.length).toBeLessThan(pairs.length)
    const file = await bytesOf({ ...given, format: 'parquet', options: { ...given.options, ties: 'keep' } })
    const rows = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    })
    expect(rows.map(row => row.chosen)).toEqual(pairs.map(pair => pair.chosen))
    expect(new Set(pairs.map(pair => pair.id)).size).toBe(pairs.length)
  })

  test('while the study is blind, items and responses say nothing of models', async () => {
    const sealed = { ...access, sealed: true } as StudyAccess
    for (const kind of ['items', 'responses'] as const)
      for (const format of ['csv', 'jsonl'] as const) {
        const text = (await makeExportFile(sealed, { kind, format })).bytes.toString()
        expect(text).not.toMatch(/model-1|model 2|模型/)
        expect(text).toContain('item-1')
      }
    for (const given of [
      { kind: 'comparisons' },
      { kind: 'judgments' },
      { kind: 'preferences', options: { criterion: scale } },
    ] as const)
      await expect(makeExportFile(sealed, { ...given, format: 'jsonl' })).rejects.toMatchObject({ code: 'blinded' })
    const byMetadata = { kind: 'items', format: 'csv', filter: { metadata: [{ key: 'winner', value: 'x' }] } } as const
    const asked = { ...byMetadata, filter: { metadata: [...byMetadata.filter.metadata] } }
    await expect(makeExportFile(sealed, asked)).rejects.toMatchObject({ code: 'blinded' })
  })
})

describe('pairs that were compared directly', () => {
  test('are the winner and the loser of each judgment, without models while the study is blind', async () => {
    const person = await makeSignedIn()
    const preset = presetProtocol('preference')
    const study = await makeStudy({
      items: [{}, {}, { responses: ['same', 'same', 'other'] }],
      memberIds: [person.userId],
      protocol: {
        ...preset,
        criteria: preset.criteria.filter(one => one.id === 'overall'),
        overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
        batches: null,
      },
    })
    await judgeStudy(person.signInId, study, shown =>
      shown.item === 1
        ? [{ criterion: 'overall', slot: 0, choice: { kind: 'preference', prefer: 'tie', strength: null } }]
        : [preferSmaller('overall', shown, 3)],
    )
    const sealed = await requireOperatorStudy(study.studyId)
    const given = { kind: 'preferences', format: 'jsonl' } as const
    const read = async (from: StudyAccess, options = {}) =>
      (await makeExportFile(from, { ...given, options })).bytes
        .toString()
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line))
    const blind = await read(sealed)
    expect(blind.map(pair => [pair.model_chosen, pair.model_rejected])).toEqual(blind.map(() => [null, null]))
    const pairs = await read(await makeReadable(sealed))
    // Three pairs of the first item, one of the third, where two models share a text; ties are left out.
    expect(pairs.map(pair => [pair.item, pair.model_chosen, pair.model_rejected]).toSorted()).toEqual([
      ['item-1', 'model-1', 'model-2'],
      ['item-1', 'model-1', 'model-3'],
      ['item-1', 'model-2', 'model-3'],
      ['item-3', 'model-1 = model-2', 'model-3'],
    ])
    expect(pairs[0]).toMatchObject({ score_chosen: 3, score_rejected: 0, margin: 3, tie: false, source: 'preference' })
    expect(pairs[0].chosen[0].content).toMatch(/^Answer \d to prompt 1$/)
    const kept = await read(await makeReadable(sealed), { ties: 'keep' })
    expect(kept.filter(pair => pair.tie).map(pair => pair.item)).toEqual(['item-2', 'item-2', 'item-2'])
    expect(kept.map(pair => pair.id)).toEqual(expect.arrayContaining(blind.map(pair => pair.id)))
  })
})

describe('cells made by the database', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n \u00a0\u3000\ufeff\u2028\'"\\,a1漢|') }),
  )
  test('are neutral just as those made here', async () => {
    const texts = fc.sample(text, 3000).map(one => one.replace(/\0/g, ''))
    const rows = await sql<{ cell: string }>(
      'test_neutral_cells',
      `SELECT ${neutralSql('t.x')} AS cell FROM unnest($1::text[]) WITH ORDINALITY t(x, at) ORDER BY at`,
      [texts],
    )
    expect(rows.map(row => row.cell)).toEqual(texts.map(neutralCell))
  })

  test('hold literals as they are, whatever is in them', async () => {
    const values = fc.sample(text, 300).map(one => one.replace(/\0/g, ''))
    for (const value of values) {
      const [row] = await sql<{ x: string; y: string[] }>(
        `test_literal_${values.indexOf(value)}`,
        bindLiterals('SELECT $1::text AS x, $2::text[] AS y', [value, [value, '$1']]),
        [],
      )
      expect(row).toEqual({ x: value, y: [value, '$1'] })
    }
  })
})

test('places of a bundle are those of its items and of who judged them, with the seed that they were drawn from', async () => {
  const placesOf = async (filter: GivenExportRequest['filter']) => {
    const files = unzipSync(await bytesOf({ kind: 'bundle', format: 'zip', filter }))
    expect(Object.keys(files)).toContain('seed.txt')
    const text = new TextDecoder().decode(files['data/randomisation.csv'])
    return parse(text, { columns: true }) as unknown as Record<string, string>[]
  }
  const all = await placesOf({})
  const items = await linesOf({ kind: 'items', format: 'jsonl' })
  const one = items[1]?.category
  const ofCategory = await placesOf({ categories: [String(one)] })
  const known = items.filter(row => row.category === one).map(row => neutralCell(String(row.item)))
  expect(known.length).toBeLessThan(items.length)
  expect(new Set(ofCategory.map(row => row.item))).toEqual(new Set(known))
  const [annotator = ''] = (await linesOf({ kind: 'ratings', format: 'jsonl' })).map(row => String(row.annotator))
  const ofOne = await placesOf({ annotators: [annotator] })
  expect(ofOne).toHaveLength(all.length / 2)
})
