import { afterAll, describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { continueStudy, showAssignment, skipAssignment } from './commands/lease-assignment'
import { makePlaces } from './commands/make-places'
import { listOwnStudies } from './queries/own-assignments'

afterAll(disconnect)

type Person = Awaited<ReturnType<typeof makeSignedIn>>

const items = (count: number, language = 'en') => Array.from({ length: count }, () => ({ language }))
const scores = (values: number[]) => ({
  ratings: values.map((value, index) => ({ criterion: 'score', slot: index + 1, value })),
})

async function proceed(person: Person, studyId: string) {
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  return got.status === 'assignment' ? got.assignment : null
}

async function judge(person: Person, assignment: string) {
  const access = await makeAssignmentAccess(person.signInId, assignment)
  return submitJudgment(access, {
    key: randomId(),
    content: scores([5, 6, 7].slice(0, access.slotCount)),
    activeMs: 1000,
  })
}

describe('places', () => {
  test('each item gets k places, and k more on the overlap; a second call makes none', async () => {
    const { studyId } = await makeStudy({
      items: items(40),
      protocol: { annotatorsPerItem: 2, overlap: { share: 0.1, minimumPerLanguage: 7, extraAnnotators: 1 } },
    })
    const perItem = await db.place.groupBy({ by: ['itemId'], where: { studyId }, _count: true })
    expect(perItem.filter(row => row._count === 3)).toHaveLength(7)
    expect(perItem.filter(row => row._count === 2)).toHaveLength(33)
    expect(await db.$transaction(tx => makePlaces(tx, studyId))).toEqual({ items: 0, places: 0 })
  })

  test('identical responses share one slot', async () => {
    const { studyId } = await makeStudy({ items: [{ responses: ['same', 'other', 'same'] }] })
    const place = await db.place.findFirstOrThrow({ where: { studyId } })
    expect(place.slotOrder).toHaveLength(2)
  })
})

describe('leasing', () => {
  test('forty people at once get forty distinct places, and nobody gets more than there are', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => makeSignedIn()))
    const { studyId } = await makeStudy({ items: items(30), memberIds: people.map(person => person.userId) })
    const got = (await Promise.all(people.map(person => proceed(person, studyId)))).filter(id => id !== null)
    const held = await db.assignment.findMany({ where: { id: { in: got } } })
    expect(new Set(held.map(assignment => assignment.placeId)).size).toBe(got.length)
    expect(got.length).toBe(30)
    expect(await db.place.count({ where: { studyId, state: 'HELD' } })).toBe(30)
  })

  test('one person never gets an item twice, although it has several places', async () => {
    const person = await makeSignedIn()
    const { studyId } = await makeStudy({
      items: items(3),
      protocol: { annotatorsPerItem: 3 },
      memberIds: [person.userId],
    })
    const seen: string[] = []
    for (let id = await proceed(person, studyId); id; id = await proceed(person, studyId)) {
      await judge(person, id)
      seen.push((await db.assignment.findUniqueOrThrow({ where: { id } })).itemId)
    }
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
    const nothing = await continueStudy(await makeMemberAccess(person.signInId, studyId))
    expect(nothing).toEqual({ status: 'nothing', reason: 'all-done', detail: {} })
  })

  test('the scarcest language comes first for a person of several', async () => {
    const both = await makeSignedIn({ languages: { en: 'NATIVE', sw: 'FLUENT' } })
    const english = await makeSignedIn()
    const { studyId } = await makeStudy({
      items: [...items(2, 'en'), ...items(2, 'sw')],
      memberIds: [both.userId, english.userId],
    })
    const first = await proceed(both, studyId)
    const place = await db.assignment.findUniqueOrThrow({ where: { id: first ?? '' }, include: { place: true } })
    expect(place.place.language).toBe('sw')
  })

  test('a language that is not spoken well enough is never given, and the person is told', async () => {
    const person = await makeSignedIn({ languages: { zh: 'INTERMEDIATE', 'en-GB': 'NATIVE' } })
    const { studyId } = await makeStudy({
      items: [...items(1, 'zh-Hans'), ...items(1, 'en')],
      memberIds: [person.userId],
    })
    const nothing = await continueStudy(await makeMemberAccess(person.signInId, studyId))
    expect(nothing).toMatchObject({ status: 'nothing', reason: 'no-language' })
  })

  test('expertise is preferred, and with "require" nothing else is given', async () => {
    const expert = await makeSignedIn({ expertise: ['code'] })
    const mixed = [...items(5), { category: 'code' }, ...items(5)]
    const preferring = await makeStudy({ items: mixed, memberIds: [expert.userId] })
    const first = await proceed(expert, preferring.studyId)
    const given = await db.assignment.findUniqueOrThrow({ where: { id: first ?? '' }, select: { itemId: true } })
    expect(given.itemId).toBe(preferring.itemIds[5])
    const requiring = await makeStudy({ items: mixed, memberIds: [expert.userId], protocol: { expertise: 'require' } })
    const only = await proceed(expert, requiring.studyId)
    await judge(expert, only ?? '')
    expect(await proceed(expert, requiring.studyId)).toBeNull()
  })

  test('the quota counts what is held and what is judged', async () => {
    const person = await makeSignedIn()
    const { studyId } = await makeStudy({
      items: items(9),
      memberIds: [person.userId],
      protocol: { quotaPerAnnotator: 2 },
    })
    const first = await proceed(person, studyId)
    const access = await makeAssignmentAccess(person.signInId, first ?? '')
    expect((await showAssignment(access)).ahead).not.toBeNull()
    const after = await judge(person, first ?? '')
    expect(after).toMatchObject({ status: 'submitted', ahead: null })
    expect('next' in after && after.next).toBeTruthy()
    await judge(person, ('next' in after && after.next) || '')
    expect(await continueStudy(await makeMemberAccess(person.signInId, studyId))).toMatchObject({
      reason: 'quota',
      detail: { quota: '2' },
    })
  })

  test('look-ahead is at most one, and yields to somebody who finds nothing else', async () => {
    const [ann, bob] = [await makeSignedIn(), await makeSignedIn()]
    const { studyId } = await makeStudy({ items: items(2), memberIds: [ann.userId, bob.userId] })
    const shown = await proceed(ann, studyId)
    const access = await makeAssignmentAccess(ann.signInId, shown ?? '')
    const ahead = (await showAssignment(access)).ahead
    expect((await showAssignment(access)).ahead?.id).toBe(ahead?.id)
    const taken = await proceed(bob, studyId)
    expect(taken).not.toBeNull()
    expect(await db.assignment.findUniqueOrThrow({ where: { id: ahead?.id ?? '' } })).toMatchObject({
      state: 'RETURNED',
    })
    // Ann's page has it in the browser already: her submission says that there is nothing more, and nothing breaks.
    expect(await judge(ann, shown ?? '')).toMatchObject({ status: 'submitted', next: null })
  })

  test('an expired lease is still accepted while nobody has retaken it, and refused after', async () => {
    const [ann, bob] = [await makeSignedIn(), await makeSignedIn()]
    const { studyId } = await makeStudy({ items: items(1), memberIds: [ann.userId, bob.userId] })
    const shown = (await proceed(ann, studyId)) ?? ''
    const expire = async () => {
      await db.$executeRaw`UPDATE assignments SET lease_until = now() - interval '1 minute' WHERE id = ${shown}::uuid`
      await db.$executeRaw`UPDATE places SET takeover_at = now() - interval '1 minute' WHERE study_id = ${studyId}::uuid AND state = 'HELD'`
    }
    await expire()
    const taken = await proceed(bob, studyId)
    expect(taken).not.toBeNull()
    expect(await judge(ann, shown)).toEqual({ status: 'taken' })
    const slots = await db.assignment.findMany({ where: { studyId }, include: { place: true } })
    expect(new Set(slots.map(assignment => assignment.place.slotOrder.join())).size).toBe(1)
    const again = await makeStudy({ items: items(1), memberIds: [ann.userId] })
    const other = (await proceed(ann, again.studyId)) ?? ''
    await db.$executeRaw`UPDATE places SET takeover_at = now() - interval '1 minute' WHERE study_id = ${again.studyId}::uuid`
    expect(await judge(ann, other)).toMatchObject({ status: 'submitted' })
  })

  test('a skipped item goes back to the pool and is not offered to that person again', async () => {
    const [ann, bob] = [await makeSignedIn(), await makeSignedIn()]
    const { studyId } = await makeStudy({ items: items(1), memberIds: [ann.userId, bob.userId] })
    const first = await proceed(ann, studyId)
    const skipped = await skipAssignment(await makeAssignmentAccess(ann.signInId, first ?? ''), 'not my field')
    expect(skipped).toMatchObject({ status: 'skipped', next: null })
    expect(await proceed(ann, studyId)).toBeNull()
    expect(await proceed(bob, studyId)).not.toBeNull()
  })

  test('time spent on a skipped item is kept, and never more than it was on the screen', async () => {
    const ann = await makeSignedIn()
    const { studyId } = await makeStudy({ items: items(2), memberIds: [ann.userId] })
    const skip = async (shownForMs: number, activeMs: number) => {
      const id = (await proceed(ann, studyId)) ?? ''
      await db.assignment.update({ where: { id }, data: { shownAt: new Date(Date.now() - shownForMs) } })
      await skipAssignment(await makeAssignmentAccess(ann.signInId, id), 'not my field', activeMs)
      return (await db.draft.findUniqueOrThrow({ where: { assignmentId: id } })).activeMs
    }
    expect(await skip(60_000, 40_000)).toBe(40_000)
    const capped = await skip(60_000, 3_600_000)
    expect(capped).toBeGreaterThan(50_000)
    expect(capped).toBeLessThan(120_000)
  })

  test('a paused study gives nothing new', async () => {
    const person = await makeSignedIn()
    const { studyId } = await makeStudy({ items: items(2), memberIds: [person.userId] })
    const shown = await proceed(person, studyId)
    await db.study.update({ where: { id: studyId }, data: { state: 'PAUSED', pausedAt: new Date() } })
    expect(await proceed(person, studyId)).toBe(shown)
    expect(await judge(person, shown ?? '')).toMatchObject({ status: 'submitted', next: null, ahead: null })
    expect(await continueStudy(await makeMemberAccess(person.signInId, studyId))).toMatchObject({ reason: 'paused' })
  })

  test('what is left for a person is counted', async () => {
    const person = await makeSignedIn()
    const { studyId } = await makeStudy({
      items: [...items(4), ...items(3, 'fr')],
      protocol: { annotatorsPerItem: 2 },
      memberIds: [person.userId],
    })
    await judge(person, (await proceed(person, studyId)) ?? '')
    const actor = (await makeMemberAccess(person.signInId, studyId)).actor
    expect((await listOwnStudies(actor)).studies).toMatchObject([
      { judged: 1, remaining: 3, hasWork: true, languages: ['en'] },
    ])
  })
})
