import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '../platform/db'
import { importJudgments } from './commands/import-judgments'
import { makeDraftStudy, makeReadable } from './make-draft-study'
import { getScores } from './queries/get-scores'
import type { RecordedOptions } from './schema'

afterAll(disconnect)

const csv = (lines: string[], head = 'language,category,prompt_id,model,score') => [head, ...lines, ''].join('\n')
const options: RecordedOptions = { fileName: 'scores.csv', format: 'csv', createMissing: true }

const small = csv([
  'en,Math,m1,A,8.0',
  'en,Math,m1,B,9',
  'en,Math,m2,A,7',
  'en,Math,m2,B,',
  'en,Code,c1,A,10',
  'en,Code,c1,B,9',
  'zh,Text Proc.,t1,A,6',
  'zh,Text Proc.,t1,B,6',
])

async function contents(studyId: string) {
  const [items, models, judgments, ratings] = await Promise.all([
    db.item.findMany({ where: { studyId }, orderBy: { position: 'asc' } }),
    db.model.findMany({ where: { studyId }, orderBy: { position: 'asc' } }),
    db.judgment.findMany({ where: { studyId } }),
    db.rating.findMany({ where: { judgment: { studyId } } }),
  ])
  return { items, models, judgments, ratings }
}

describe('importJudgments', () => {
  it('makes what is missing, marked as recorded only, and leaves blank scores missing', async () => {
    const access = await makeDraftStudy()
    const result = await importJudgments(access, small, options)
    expect(result).toMatchObject({
      judgments: 4,
      ratings: 7,
      blankScores: 1,
      itemsCreated: 4,
      modelsCreated: ['A', 'B'],
    })
    const { items, judgments } = await contents(access.studyId)
    expect(items.every(item => item.recordedOnly)).toBe(true)
    expect(items.map(item => item.externalId)).toEqual(['m1', 'm2', 'c1', 't1'])
    expect(judgments.every(judgment => judgment.origin === 'RECORDED' && judgment.assignmentId === null)).toBe(true)
    expect(await db.place.count({ where: { studyId: access.studyId } })).toBe(0)

    const scores = await getScores(await makeReadable(access))
    const [all, en, zh] = scores.tables
    expect(scores.languages).toEqual(['en', 'zh'])
    expect(all?.rows.map(row => [row.overall.display, row.overall.n])).toEqual([
      ['7.75', 4],
      ['8.00', 3],
    ])
    expect(en?.categories.map(category => category.shortName)).toEqual(['Math', 'Code'])
    expect(en?.rows[1]?.byCategory[0]).toMatchObject({ n: 1, mean: '9', display: '9.00', isBest: true })
    expect(zh?.rows.map(row => row.overall.isBest)).toEqual([true, true])
  })

  it('changes nothing when the same file comes again', async () => {
    const access = await makeDraftStudy()
    await importJudgments(access, small, options)
    const before = await contents(access.studyId)
    const audited = await db.auditEntry.count({ where: { studyId: access.studyId } })
    expect(await importJudgments(access, small, options)).toMatchObject({ judgments: 0, unchanged: 4, itemsCreated: 0 })
    expect(await contents(access.studyId)).toEqual(before)
    expect(await db.auditEntry.count({ where: { studyId: access.studyId } })).toBe(audited)
  })

  it('imports all or nothing', async () => {
    const access = await makeDraftStudy()
    const broken = csv(['en,Math,m1,A,8', 'en,Math,m1,B,8.7', 'en,Math,m2,A,11'])
    await expect(importJudgments(access, broken, options)).rejects.toMatchObject({
      code: 'invalid',
      detail: {
        count: 2,
        problems: [
          { line: 3, field: 'score', value: '8.7' },
          { line: 4, field: 'score', value: '11' },
        ],
      },
    })
    expect(await contents(access.studyId)).toEqual({ items: [], models: [], judgments: [], ratings: [] })
  })

  it('refuses other content for a judgment that is there', async () => {
    const access = await makeDraftStudy()
    await importJudgments(access, small, options)
    const before = await contents(access.studyId)
    await expect(importJudgments(access, small.replace('c1,A,10', 'c1,A,9'), options)).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await contents(access.studyId)).toEqual(before)
  })

  it('makes nothing unless it is told to', async () => {
    const access = await makeDraftStudy()
    const refused = importJudgments(access, small, { ...options, createMissing: false })
    await expect(refused).rejects.toMatchObject({ code: 'invalid' })
    expect((await contents(access.studyId)).items).toEqual([])
  })

  it('sets a finer step in a draft without judgments, and says which one a file needs', async () => {
    const access = await makeDraftStudy()
    const tenths = csv(['en,Math,m1,A,8.7'])
    const narrow = { ...options, createMissing: false }
    await expect(importJudgments(access, tenths, narrow)).rejects.toThrow('--step 0.1')
    await importJudgments(access, tenths, { ...options, step: 0.1 })
    await expect(importJudgments(access, tenths, { ...options, step: 0.5 })).rejects.toMatchObject({ code: 'conflict' })
    const scores = await getScores(await makeReadable(access))
    expect(scores.tables[0]?.rows[0]?.overall.display).toBe('8.70')
  })

  it('gives an empty draft the coarsest step that all scores lie on, unless one is asked for', async () => {
    const access = await makeDraftStudy()
    const fifths = csv(['en,Math,m1,A,8.4', 'en,Math,m1,B,7'])
    expect(await importJudgments(access, fifths, options)).toMatchObject({ stepSet: 0.2, ratings: 2 })
    expect(await importJudgments(access, fifths, options)).toMatchObject({ stepSet: null, unchanged: 1 })
    const finer = csv(['en,Math,m2,A,8.5', 'en,Math,m2,B,7'])
    await expect(importJudgments(access, finer, options)).rejects.toMatchObject({ code: 'invalid' })
    const whole = await makeDraftStudy()
    expect(await importJudgments(whole, small, options)).toMatchObject({ stepSet: null })
  })

  it('averages annotators within an item before it averages items', async () => {
    const access = await makeDraftStudy()
    const lines = ['en,Math,m1,A,8,ann', 'en,Math,m1,A,9,ben', 'en,Math,m2,A,7,ann']
    await importJudgments(access, csv(lines, 'language,category,item,model,score,annotator'), options)
    const scores = await getScores(await makeReadable(access))
    expect(scores.tables[0]?.rows[0]?.overall).toMatchObject({ mean: '7.75', n: 2 })
    expect(scores.annotators).toBe(2)
  })

  it('goes into drafts and closed studies only', async () => {
    const access = await makeDraftStudy()
    await db.study.update({ where: { id: access.studyId }, data: { state: 'OPEN' } })
    await expect(importJudgments(access, small, options)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('takes the same rows as JSON lines, with comments', async () => {
    const access = await makeDraftStudy()
    const rows = [
      { item: 'm1', language: 'en', category: 'Mathematics', model: 'A', score: 8, comment: 'Right.' },
      { item: 'm1', model: 'B', score: null },
    ]
    const text = rows.map(row => JSON.stringify(row)).join('\n')
    const result = await importJudgments(access, text, { ...options, format: 'jsonl', fileName: 'scores.jsonl' })
    expect(result).toMatchObject({ judgments: 1, ratings: 1, blankScores: 1 })
    const { ratings } = await contents(access.studyId)
    expect(ratings.map(rating => rating.text ?? rating.value)).toEqual(expect.arrayContaining([8, 'Right.']))
  })
})

describe('getScores', () => {
  it('is refused while a study is sealed', async () => {
    const access = await makeDraftStudy()
    await importJudgments(access, small, options)
    await expect(getScores(access)).rejects.toMatchObject({ code: 'blinded' })
  })
})
