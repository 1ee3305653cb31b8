import { afterAll, describe, expect, test } from 'vitest'
import { judgeAll, plain, study } from '@/prisma/builders/checked-study'
import { makeAssignmentAccess, makeSignedIn } from '@/prisma/builders/make-study'
import { reviseJudgment } from '../judgments/commands/submit-judgment'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'

afterAll(disconnect)

describe('hidden repeats', () => {
  test('come later with every response elsewhere, and close the first judgment for revision', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study(
      { repeats: { share: 0.5, distance: 2 } },
      { items: plain(8), memberIds: [person.userId] },
    )
    const { items } = await judgeAll(person, studyId, true)
    const repeats = items.filter(item => item.occasion === 'REPEAT')
    expect(repeats).toHaveLength(4)
    for (const { itemId } of repeats) {
      const [first, repeat] = await db.assignment.findMany({
        where: { itemId },
        orderBy: { occasion: 'asc' },
        include: { place: true, judgments: true },
      })
      expect(repeat?.place.slotOrder.every((id, slot) => id !== first?.place.slotOrder[slot])).toBe(true)
      const access = await makeAssignmentAccess(person.signInId, first?.id ?? '')
      const content = { ratings: [1, 2].map(slot => ({ criterion: 'score', slot, value: 5 })) }
      expect(await reviseJudgment(access, { key: randomId(), content, activeMs: 1 })).toEqual({ status: 'too_late' })
    }
  })
})
