import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '../platform/db'
import { importJudgments } from '../results/commands/import-judgments'
import { makeDraftStudy, makeReadable } from '../results/make-draft-study'
import { presetProtocol } from '../studies/presets'
import { readResultTables } from './queries/result-tables'
import { type ResultName, tableFormatSchema } from './schema'
import { tableFile } from './table-file'

afterAll(disconnect)

const options = { fileName: 'judged.csv', format: 'csv', createMissing: true, language: 'en' } as const

const files = {
  'general-chat':
    'language,category,item,rater,model,score\nen,Math,1,r1,=One,8\nen,Math,1,r2,=One,9\nen,Math,1,r1,Two,7\nen,Math,1,r2,Two,7\nen,Math,1,r1,Three,9\nen,Math,2,r1,=One,7\nzh,Math,3,r1,=One,7\nzh,Math,3,r1,Two,8\n',
  ranking: 'item,annotator,ranking\n1,r1,Z > X = Y\n1,r2,Z > Y > X\n2,r1,X > Y > Z\n',
  'expert-rubric': 'item,annotator,model,point,earned\n1,r1,X,p1,1\n1,r1,X,p2,0\n1,r1,Y,p1,1\n1,r1,Y,p2,1\n',
} as const

const points = {
  from: 'protocol' as const,
  points: ['p1', 'p2'].map(id => ({ id, text: id, maximum: 1, grading: 'met' as const, weight: null })),
}

async function judged(preset: keyof typeof files) {
  const protocol = presetProtocol(preset)
  const criteria = protocol.criteria.map(one => (one.kind === 'checklist' ? { ...one, points } : one))
  const access = await makeDraftStudy({}, { ...protocol, criteria })
  await importJudgments(access, files[preset], options)
  await db.study.update({ where: { id: access.studyId }, data: { disclosure: 'Made up.' } })
  return access
}

const results: [ResultName, keyof typeof files][] = [
  ['scores', 'general-chat'],
  ['differences', 'general-chat'],
  ['annotators', 'general-chat'],
  ['sensitivity', 'general-chat'],
  ['head-to-head', 'general-chat'],
  ['ranking', 'ranking'],
  ['agreement', 'general-chat'],
  ['rubric', 'expert-rubric'],
  ['rubric-rates', 'expert-rubric'],
]

describe('every result', () => {
  it.each(results)('%s can be written in every format, always to the same bytes', async (result, preset) => {
    const access = await makeReadable(await judged(preset))
    const tables = await readResultTables(access, result, {})
    expect(tables).toMatchObject({ study: access.slug, disclosure: 'Made up.', judgments: 'original' })
    for (const { columns, rows, footer } of tables.tables)
      for (const row of [...rows, ...footer]) expect(row).toHaveLength(columns.length)
    for (const row of tables.records.rows) expect(row).toHaveLength(tables.records.header.length)
    for (const format of tableFormatSchema.options) {
      const file = await tableFile(tables, format, { intervals: true })
      expect(file.body.length, format).toBeGreaterThan(50)
      const again = await readResultTables(access, result, {})
      expect(await tableFile(again, format, { intervals: true }), format).toEqual(file)
    }
  })

  it.each(results)('%s is refused while the study is blind, unless it names no model', async (result, preset) => {
    const access = await judged(preset)
    expect(access.sealed).toBe(true)
    const asked = readResultTables(access, result, {})
    if (result !== 'agreement') return expect(asked).rejects.toMatchObject({ code: 'blinded' })
    const { body } = await tableFile(await asked, 'md', { intervals: true })
    expect(body).not.toMatch(/One|Two|Three/)
  })
})

describe('what is in them', () => {
  it('scores: one table per language and one of all, marked, with what they rest on', async () => {
    const access = await makeReadable(await judged('general-chat'))
    const { tables, records } = await readResultTables(access, 'scores', {})
    expect(tables.map(table => table.caption)).toEqual([
      'Mean scores, en',
      'Mean scores, zh',
      'Mean scores, all languages',
    ])
    const shown = tables[2]?.rows.map(row =>
      row.slice(0, 2).map(cell => (typeof cell === 'string' ? cell : [cell.display, cell.mark, cell.n])),
    )
    // Three stands on less than half the items of the first: nothing is best among them.
    expect(shown).toEqual([
      ['=One', ['7.50', null, 3]],
      ['Two', ['7.50', null, 2]],
      ['Three', ['9.00', null, 1]],
    ])
    expect(tables[2]?.footer).toEqual([['Items', '1–3', '1–3']])
    const csv = (await tableFile(await readResultTables(access, 'scores', {}), 'csv', { intervals: true })).body
    expect(csv).toContain("en,Math,'=One,2,7.75,7.75")
    expect(records.rows[0]?.[2]).toBe('=One')
  })

  it('ranking: mean ranks, and strengths with their interval', async () => {
    const { tables, records } = await readResultTables(await makeReadable(await judged('ranking')), 'ranking', {})
    expect(tables.map(table => table.caption.split(':')[0])).toContain('Mean ranks')
    expect(records.rows.filter(row => row[0] === 'mean rank').map(row => row[2])).toHaveLength(3)
    expect(tables.length).toBeGreaterThan(1)
  })

  it('head to head: each pair once in print, from either side in long form', async () => {
    const { tables, records } = await readResultTables(
      await makeReadable(await judged('general-chat')),
      'head-to-head',
      {},
    )
    expect(tables[1]?.rows.map(row => row.slice(0, 2))).toEqual([
      ['=One', 'Two'],
      ['=One', 'Three'],
      ['Two', 'Three'],
    ])
    expect(records.rows).toHaveLength(6)
  })
})
