import { afterAll, describe, expect, test } from 'vitest'
import type { Rating } from '@/criteria/schema'
import { judgeStudy, preferSmaller, type Shown } from '@/prisma/builders/judge-study'
import { makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { makeExportRows } from '../exports/make-export-file'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { presetProtocol } from '../studies/presets'
import { makeReadable } from './make-draft-study'
import { getComparisons } from './queries/get-comparisons'
import { getRanks } from './queries/get-ranks'
import { listPreferenceGraphs } from './queries/list-preference-graphs'

afterAll(disconnect)

const overlap = { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 }
const dimensions = ['instruction-following', 'safety', 'factual-correctness', 'overall']
const preference = presetProtocol('preference')
const pairs = {
  ...preference,
  overlap,
  criteria: preference.criteria.map(criterion => ({ ...criterion, asked: 1 })),
}
const readable = async (studyId: string) => makeReadable(await requireOperatorStudy(studyId))
const everywhere = (choose: (criterion: string, shown: Shown) => Rating) => (shown: Shown) =>
  dimensions.map(criterion => choose(criterion, shown))

/** [row model, column model, wins, ties, losses] by number. */
async function cells(studyId: string, modelIds: string[], criterion?: string) {
  const { rows } = await getComparisons(await readable(studyId), { criterion })
  return rows.flatMap(({ model, cells: row }, from) =>
    row.flatMap((cell, to) =>
      cell && from < to
        ? [[modelIds.indexOf(model.id), modelIds.indexOf(cell.opponent), cell.wins, cell.ties, cell.losses]]
        : [],
    ),
  )
}

describe('comparisons from preferences', () => {
  test('count one per item and pair of models, whichever slot they stood in', async () => {
    const person = await makeSignedIn()
    const study = await makeStudy({ protocol: pairs, items: [{}, {}, {}], memberIds: [person.userId] })
    await judgeStudy(person.signInId, study, everywhere(preferSmaller))
    expect(await cells(study.studyId, study.modelIds)).toEqual([
      [0, 1, 3, 0, 0],
      [0, 2, 3, 0, 0],
      [1, 2, 3, 0, 0],
    ])
    const { verdict, groups, scales } = await getComparisons(await readable(study.studyId))
    expect(verdict).toBe('separation')
    expect(groups.flat().map(model => study.modelIds.indexOf(model.id))).toEqual([0, 1, 2])
    expect(scales[0]?.method).toContain('Firth')
    expect(await makeExportRows(await readable(study.studyId), 'comparisons')).toHaveLength(9)
  })

  test('annotators who differ make a tie, and are listed; a circle is found; identical texts are ties', async () => {
    const [one, other] = [await makeSignedIn(), await makeSignedIn()]
    const study = await makeStudy({
      protocol: { ...pairs, annotatorsPerItem: 2 },
      items: [{}, { responses: ['same', 'same', 'other'] }],
      memberIds: [one.userId, other.userId],
    })
    // Of the first item: 0 over 1, 1 over 2, 2 over 0. Of the second, the two disagree.
    const beats = (first: number, second: number) => (second - first + 3) % 3 === 1
    const judge = (isOther: boolean) =>
      everywhere((criterion, { item, slots: [a = [], b = []] }) => ({
        criterion,
        slot: 0,
        choice: {
          kind: 'preference',
          prefer: (item === 0 ? beats(a[0] ?? 0, b[0] ?? 0) : a.length > 1 !== isOther) ? 'a' : 'b',
          strength: 1,
        },
      }))
    await judgeStudy(one.signInId, study, judge(false))
    await judgeStudy(other.signInId, study, judge(true))
    expect(await cells(study.studyId, study.modelIds)).toEqual([
      [0, 1, 1, 1, 0],
      [0, 2, 0, 1, 1],
      [1, 2, 1, 1, 0],
    ])
    const found = await getComparisons(await readable(study.studyId))
    expect(found.pairs.reduce((sum, pair) => sum + pair.identical, 0)).toBe(1)
    const graphs = await listPreferenceGraphs(await readable(study.studyId))
    expect(graphs).toMatchObject({ circular: 1, contradicted: 1, consistency: 0 })
    expect(graphs?.inconsistent.map(item => item.externalId)).toEqual(['item-1', 'item-2'])
    expect(graphs?.inconsistent[1]?.contradictions.flat().sort()).toEqual(['model-1 = model-2', 'model-3'])
  })

  test('are sealed while the study is blind, and leave out what an admin excluded', async () => {
    const person = await makeSignedIn()
    const study = await makeStudy({ protocol: pairs, items: [{}], memberIds: [person.userId] })
    await judgeStudy(person.signInId, study, everywhere(preferSmaller))
    const sealed = await requireOperatorStudy(study.studyId)
    expect(sealed.sealed).toBe(true)
    await expect(getComparisons(sealed)).rejects.toMatchObject({ code: 'blinded' })
    await expect(makeExportRows(sealed, 'comparisons')).rejects.toMatchObject({ code: 'blinded' })
    await expect(listPreferenceGraphs(sealed)).rejects.toMatchObject({ code: 'blinded' })
    await db.judgment.updateMany({
      where: { studyId: study.studyId },
      data: { excludedAt: new Date(), excludedReason: 'test' },
    })
    expect(await cells(study.studyId, study.modelIds)).toEqual([])
  })
})

describe('comparisons from rankings', () => {
  test('are all that an order implies; mean ranks share the middle; W is of items that several ranked', async () => {
    const [one, other] = [await makeSignedIn(), await makeSignedIn()]
    const study = await makeStudy({
      protocol: { ...presetProtocol('ranking'), overlap, annotatorsPerItem: 2 },
      items: [{ category: 'code' }, { category: 'code' }],
      memberIds: [one.userId, other.userId],
    })
    // The first person: 0 best, 1 and 2 share. The second: 0, 1, 2.
    const rank = (shared: boolean) => (shown: Shown) =>
      shown.slots.map(([model = 0], index) => ({
        criterion: 'rank',
        slot: index + 1,
        value: shared ? Math.min(2, model + 1) : model + 1,
      }))
    await judgeStudy(one.signInId, study, rank(true))
    await judgeStudy(other.signInId, study, rank(false))
    expect(await cells(study.studyId, study.modelIds)).toEqual([
      [0, 1, 2, 0, 0],
      [0, 2, 2, 0, 0],
      [1, 2, 2, 0, 0],
    ])
    const ranks = await getRanks(await readable(study.studyId))
    expect(ranks?.models.map(row => [study.modelIds.indexOf(row.model.id), row.meanRank, row.items])).toEqual([
      [0, 1, 2],
      [1, 2.25, 2],
      [2, 2.75, 2],
    ])
    expect(ranks?.concordance?.items).toBe(2)
    expect(ranks?.concordance?.value).toBeCloseTo(13 / 14, 10)
  })
})

describe('comparisons from scores', () => {
  test('are won by the higher mean over annotators, exactly', async () => {
    const [one, other] = [await makeSignedIn(), await makeSignedIn()]
    const study = await makeStudy({
      protocol: { annotatorsPerItem: 2 },
      items: [{}],
      memberIds: [one.userId, other.userId],
    })
    const score = (values: number[]) => (shown: Shown) =>
      shown.slots.map(([model = 0], index) => ({ criterion: 'score', slot: index + 1, value: values[model] ?? 0 }))
    await judgeStudy(one.signInId, study, score([8, 5, 7]))
    await judgeStudy(other.signInId, study, score([5, 8, 5]))
    expect(await cells(study.studyId, study.modelIds)).toEqual([
      [0, 1, 0, 1, 0],
      [0, 2, 1, 0, 0],
      [1, 2, 1, 0, 0],
    ])
  })
})
