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
    expect(facts.itemsWithoutRubric).toBe(2)
    expect([...facts.uselessChecks].sort()).toEqual([await id(4), await id(5), await id(6)].sort())
  })
})
