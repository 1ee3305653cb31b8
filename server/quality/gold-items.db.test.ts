import { afterAll, describe, expect, test } from 'vitest'
import { checks, expected, judge, judgeAll, type Person, plain, proceed, study } from '@/prisma/builders/checked-study'
import { makeMemberAccess, makeSignedIn } from '@/prisma/builders/make-study'
import { refreshEligibility } from '../assignments/commands/refresh-eligibility'
import { listOwnStudies } from '../assignments/queries/own-assignments'
import { db, disconnect } from '../platform/db'

afterAll(disconnect)

const anyStudy = (person: Person) => db.studyAnnotator.findFirstOrThrow({ where: { userId: person.userId } })
async function actor(person: Person) {
  return (await makeMemberAccess(person.signInId, (await anyStudy(person)).studyId)).actor
}

describe('gold items', () => {
  test('one in about every so many, for this person alone, and never a general place', async () => {
    const [one, two] = await Promise.all([makeSignedIn(), makeSignedIn()])
    const { studyId } = await study(
      { gold: { minimumPerAnnotator: 3, every: 4 } },
      { items: [...plain(20), ...checks('GOLD', 5)], memberIds: [one.userId, two.userId] },
    )
    expect(await db.place.count({ where: { studyId, forUserId: null, item: { purpose: 'GOLD' } } })).toBe(0)
    const { items } = await judgeAll(one, studyId, true, 12)
    const positions = items.flatMap((item, index) => (item.purpose === 'GOLD' ? [index] : []))
    expect(positions).toHaveLength(3)
    // At most one behind its stretch: what was leased ahead comes first.
    for (const [index, position] of positions.entries())
      expect(Math.abs(position - (index * 4 + 2))).toBeLessThanOrEqual(3)
    expect(await db.place.count({ where: { studyId, forUserId: two.userId } })).toBe(3)
  })

  test('a quota counts items of the study; gold items come on top, and look like the rest of the work', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study(
      { gold: { minimumPerAnnotator: 3, every: 10 } },
      { items: [...plain(30), ...checks('GOLD', 3)], memberIds: [person.userId] },
    )
    await db.studyAnnotator.updateMany({ where: { studyId }, data: { quota: 6 } })
    const left = async () => (await listOwnStudies(await actor(person))).studies[0]
    expect(await left()).toMatchObject({ judged: 0, remaining: 9 })
    for (let judged = 1; judged <= 9; judged++) {
      await judge(person, await proceed(person, studyId), true)
      expect(await left()).toMatchObject({ judged, remaining: 9 - judged })
    }
    expect(await proceed(person, studyId)).toBe('quota')
  })

  test('items that come later are planned for those who are there, and new people get theirs', async () => {
    const [one, two] = await Promise.all([makeSignedIn(), makeSignedIn()])
    const { studyId, itemIds } = await study(
      { gold: { minimumPerAnnotator: 5, every: 4 } },
      { items: [...plain(5), ...checks('GOLD', 2)], memberIds: [one.userId] },
    )
    const reserved = (person: Person) => db.place.count({ where: { studyId, forUserId: person.userId } })
    expect(await reserved(one)).toBe(2)
    await db.item.update({ where: { id: itemIds[0] as string }, data: { purpose: 'GOLD', expected } })
    await db.studyAnnotator.create({ data: { studyId, userId: two.userId } })
    await db.$transaction(tx => refreshEligibility(tx, { studyId }))
    await db.$transaction(tx => refreshEligibility(tx, { studyId }))
    expect(await reserved(one)).toBe(3)
    expect(await reserved(two)).toBe(3)
  })
})
