import { afterAll, describe, expect, test } from 'vitest'
import { expected, plain, study } from '@/prisma/builders/checked-study'
import { db, disconnect } from '../platform/db'
import { presetProtocol } from './presets'
import { readOpeningFacts } from './queries/opening-facts'

afterAll(disconnect)

describe('what the opening checklist is drawn from', () => {
  test('items without a rubric, and items whose known answers nobody can give', async () => {
    const protocol = presetProtocol('general-chat')
    const [of] = expected
    const { studyId, itemIds } = await study(
      {},
      {
        items: [
          ...plain(3),
          { purpose: 'GOLD', expected },
          { purpose: 'GOLD', expected: [{ ...of, atLeast: 11 }] },
          { purpose: 'ATTENTION', expected: [{ criterion: 'score', response: { model: 'Cedar' }, value: 7 }] },
          { purpose: 'GOLD', expected },
        ],
        memberIds: [],
      },
    )
    const id = async (at: number) => (await db.item.findUniqueOrThrow({ where: { id: itemIds[at] ?? '' } })).externalId
    // The same text twice stands in one slot: neither can be better.
    const same = await db.response.findMany({ where: { itemId: itemIds[6] ?? '' } })
    await db.response.updateMany({ where: { itemId: itemIds[6] ?? '' }, data: { representativeId: same[0]?.id ?? '' } })
    await db.rubric.create({
      data: {
        itemId: itemIds[0] ?? '',
        version: 1,
        points: [{ id: 'p1', text: 'One', maximum: 1, grading: 'met', weight: null }],
      },
    })
    const facts = await readOpeningFacts(db, studyId, protocol)
    expect(facts).toMatchObject({ unshownPairs: { count: 0 }, itemsWithoutSource: { count: 0 } })
    expect(facts.itemsWithoutRubric).toBe(2)
    expect([...facts.uselessChecks].sort()).toEqual([await id(4), await id(5), await id(6)].sort())
  })

  test('fixed pairs that cannot be shown are no work, and their items are named', async () => {
    const preset = presetProtocol('preference')
    const { studyId, itemIds } = await study({}, { items: plain(4), memberIds: [], open: false })
    const pair = (a: string, b: string, sample = 0) => [
      { model: a, sample: 0 },
      { model: b, sample },
    ]
    const fixed = [
      [pair('Alder', 'Birch'), pair('Alder', 'Cedar'), pair('Alder', 'Birch', 1)],
      [pair('Birch', 'Alder')],
      [pair('Alder', 'Birch')],
    ]
    for (const [index, pairs] of fixed.entries())
      await db.item.update({ where: { id: itemIds[index] ?? '' }, data: { pairs } })
    // The third item has one text twice.
    const same = await db.response.findMany({ where: { itemId: itemIds[2] ?? '' } })
    await db.response.updateMany({ where: { itemId: itemIds[2] ?? '' }, data: { representativeId: same[0]?.id ?? '' } })
    const facts = await readOpeningFacts(db, studyId, preset)
    expect(facts.unshownPairs).toEqual({ count: 3, items: ['item-1', 'item-3'] })
    // One of the first item, one of the second, and every pair of the fourth.
    expect(facts.groups.reduce((sum, group) => sum + group.units, 0)).toBe(3)

    await db.response.updateMany({ where: { itemId: itemIds[1] ?? '' }, data: { status: 'NOT_COLLECTED' } })
    expect((await readOpeningFacts(db, studyId, preset)).unshownPairs.count).toBe(4)
  })

  test('items without a source language in a study of translations; the source is counted apart', async () => {
    const source = { language: 'zh-Hans', sourceLanguage: 'en', prompt: '12345', reference: '123' }
    const translated = { ...source, responses: ['1234', '12345678'] }
    const { studyId } = await study({}, { items: [translated, {}, translated], memberIds: [], open: false })
    const facts = await readOpeningFacts(db, studyId, presetProtocol('translation'))
    expect(facts.itemsWithoutSource).toEqual({ count: 1, items: ['item-2'] })
    expect(facts.volumes.find(volume => volume.language === 'en>zh-Hans')).toMatchObject({
      promptCharactersPerItem: 5,
      charactersPerItem: 20,
      slotsPerItem: 2,
    })

    const none = await study({}, { items: [{}], memberIds: [], open: false })
    expect((await readOpeningFacts(db, none.studyId, presetProtocol('blank'))).itemsWithoutSource.count).toBe(0)
    await db.study.update({ where: { id: none.studyId }, data: { preset: 'translation' } })
    expect((await readOpeningFacts(db, none.studyId, presetProtocol('blank'))).itemsWithoutSource.count).toBe(1)
  })
})
