import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeStudy } from '@/prisma/builders/make-study'
import type { Criterion } from '../../criteria/schema'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { presetProtocol } from '../studies/presets'
import { importJudgments } from './commands/import-judgments'
import { makeDraftStudy } from './make-draft-study'
import type { RecordedOptions } from './schema'

afterAll(disconnect)

const options: RecordedOptions = { fileName: 'votes.csv', format: 'csv', createMissing: true, language: 'en' }
const withPreset = (name: 'preference' | 'ranking' | 'translation' | 'expert-rubric') =>
  makeDraftStudy({}, presetProtocol(name))
const stored = (studyId: string) =>
  db.judgment.findMany({
    where: { studyId },
    orderBy: [{ submittedAt: 'asc' }, { annotatorLabel: 'asc' }],
    select: { annotatorLabel: true, slotOrder: true, ratings: { orderBy: [{ criterion: 'asc' }, { slot: 'asc' }] } },
  })
const nameOf = async (responseId: string | undefined) =>
  (await db.responseSource.findFirstOrThrow({ where: { responseId }, select: { model: true } })).model.name

describe('preferences', () => {
  const votes = 'item,rater,model_a,model_b,winner,strength\n1,r1,X,Y,model_a,2\n1,r2,X,Y,tie,\n1,r1,X,Z,b,\n'

  it('are stored with the order of their slots, one judgment for each annotator, item and pair', async () => {
    const access = await withPreset('preference')
    const result = await importJudgments(access, votes, options)
    expect(result).toMatchObject({
      kind: 'pairs',
      judgments: 3,
      ratings: 3,
      itemsCreated: 1,
      modelsCreated: ['X', 'Y', 'Z'],
    })
    const [first] = (await stored(access.studyId)).filter(({ slotOrder, ratings }) => {
      return slotOrder.length === 2 && ratings.some(({ choice }) => JSON.stringify(choice).includes('"strength":2'))
    })
    expect(await nameOf(first?.slotOrder[0])).toBe('X')
    expect(first?.ratings).toMatchObject([
      { criterion: 'overall', slot: 0, responseId: null, choice: { kind: 'preference', prefer: 'a', strength: 2 } },
    ])
    // The same votes the other way round are the same votes.
    const turned = 'item,rater,model_a,model_b,winner,strength\n1,r1,Y,X,model_b,2\n'
    expect(await importJudgments(access, turned, options)).toMatchObject({ judgments: 0, unchanged: 1 })
    await expect(importJudgments(access, turned.replace('model_b,2', 'model_a,2'), options)).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('of another criterion are added to the judgments that are there', async () => {
    const access = await withPreset('preference')
    await importJudgments(access, votes, options)
    const safety = 'item,rater,model_a,model_b,criterion,winner\n1,r1,Y,X,safety,model_a\n'
    expect(await importJudgments(access, safety, options)).toMatchObject({ judgments: 0, extended: 1, unchanged: 0 })
    expect(await importJudgments(access, safety, options)).toMatchObject({ extended: 0, unchanged: 1 })
    const ratings = await db.rating.findMany({
      where: { judgment: { studyId: access.studyId }, criterion: 'safety' },
      select: { choice: true },
    })
    // Y in the file's first place is the judgment's slot B.
    expect(ratings).toMatchObject([{ choice: { prefer: 'b' } }])
  })

  it('are checked without a trace in a dry run', async () => {
    const access = await withPreset('preference')
    expect(await importJudgments(access, votes, { ...options, dryRun: true })).toMatchObject({
      judgments: 3,
      dryRun: true,
    })
    expect(await db.item.count({ where: { studyId: access.studyId } })).toBe(0)
    expect(await db.auditEntry.count({ where: { studyId: access.studyId } })).toBe(0)
  })

  it('need a study that compares', async () => {
    const access = await makeDraftStudy()
    await expect(importJudgments(access, votes, options)).rejects.toThrow('Make a study with the preset preference')
  })

  it('come in by the tens of thousands', { timeout: 180_000 }, async () => {
    const access = await withPreset('preference')
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `i${index % 5000},r${Math.floor(index / 5000)},X,Y,model_a`,
    )
    const text = `item,rater,model_a,model_b,winner\n${rows.join('\n')}\n`
    const result = await importJudgments(access, text, options)
    expect(result).toMatchObject({ judgments: 20_000, ratings: 20_000, itemsCreated: 5000 })
    expect(await importJudgments(access, text, options)).toMatchObject({ judgments: 0, unchanged: 20_000 })
  })
})

it('rankings become ranks per slot', async () => {
  const access = await withPreset('ranking')
  const text = 'item,annotator,ranking\n1,r1,Z > X = Y\n'
  expect(await importJudgments(access, text, options)).toMatchObject({ kind: 'rankings', judgments: 1, ratings: 3 })
  const [judgment] = await stored(access.studyId)
  const ranks = await Promise.all(
    (judgment?.ratings ?? []).map(async ({ slot, responseId, value }) => [slot, await nameOf(responseId ?? ''), value]),
  )
  expect(ranks).toEqual([
    [1, 'Z', 1],
    [2, 'X', 2],
    [3, 'Y', 2],
  ])
})

it('checklists are judged by the rubric that the item has', async () => {
  const { studyId } = await makeStudy({ items: [{}], open: false, protocol: presetProtocol('expert-rubric') })
  const access = await requireOperatorStudy(studyId)
  const item = await db.item.findFirstOrThrow({
    where: { studyId },
    select: { id: true, externalId: true, responses: { select: { source: { select: { model: true } } } } },
  })
  const model = item.responses[0]?.source?.model.name
  const points = [{ id: 'p1', text: 'One.', maximum: 2, grading: 'points', weight: null }]
  const text = `item,annotator,model,point,earned,reason\n${item.externalId},r1,${model},p1,1.5,Half of it.\n`
  const given = { ...options, createMissing: false }
  await expect(importJudgments(access, text, given)).rejects.toThrow('has no rubric')
  await db.rubric.create({ data: { itemId: item.id, version: 2, points } })
  await importJudgments(access, text, given)
  const [judgment] = await stored(studyId)
  expect(judgment?.ratings).toMatchObject([
    { slot: 1, choice: { kind: 'checklist', rubric: 2, points: { p1: { earned: 150, reason: 'Half of it.' } } } },
  ])
})

it('scores of whole items need no model, and an empty draft takes the step of each scale', async () => {
  const scale: Criterion = {
    kind: 'scale',
    id: 'score',
    label: 'Score',
    help: '',
    asked: 1,
    scope: 'item',
    min: 0,
    max: 10,
    step: 1,
    anchors: [],
  }
  const access = await makeDraftStudy({}, { criteria: [scale] })
  const text = 'item,rater,score\nt1,judge1,9\nt1,judge2,2.5\n'
  expect(await importJudgments(access, text, options)).toMatchObject({ judgments: 2, ratings: 2, stepSet: 0.5 })
  expect((await stored(access.studyId)).map(({ ratings }) => ratings.map(({ slot, value }) => [slot, value]))).toEqual([
    [[0, 18]],
    [[0, 5]],
  ])
})

// Published votes that are not part of this repository. ASSAY_REFERENCE_DIR names a folder with data/.
const votes = path.join(process.env.ASSAY_REFERENCE_DIR ?? '', 'data/pairwise/pandalm-votes.csv')
if (!existsSync(votes))
  console.info('skipped: ASSAY_REFERENCE_DIR names no folder with data/pairwise/pandalm-votes.csv')

it.skipIf(!existsSync(votes))('published votes come in as they are', async () => {
  const access = await withPreset('preference')
  expect(await importJudgments(access, readFileSync(votes, 'utf8'), options)).toMatchObject({
    judgments: 2997,
    ratings: 2997,
    itemsCreated: 999,
  })
})
