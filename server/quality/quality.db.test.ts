import { afterAll, describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { refreshEligibility } from '../assignments/commands/refresh-eligibility'
import { listOwnStudies } from '../assignments/queries/own-assignments'
import { reviseJudgment, submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { qualitySchema } from '../studies/schema'
import { decideQualification, resumeAnnotator } from './commands/decide-annotator'
import { sweepJudgments } from './commands/sweep-judgments'
import { getStudyQuality } from './queries/get-quality'
import { listNoticedAnnotators, listNoticedJudgments } from './queries/list-noticed'

afterAll(disconnect)

type Person = Awaited<ReturnType<typeof makeSignedIn>>
type Quality = Parameters<typeof qualitySchema.parse>[0]

const study = (quality: Quality, of: Omit<Parameters<typeof makeStudy>[0], 'protocol'>) =>
  makeStudy({ ...of, models: ['Alder', 'Birch'], protocol: { quality: qualitySchema.parse(quality) } })
const plain = (count: number) => Array.from({ length: count }, () => ({}))
/** "Birch is at least 3 better than Alder." */
const expected = [{ criterion: 'score', better: { model: 'Birch' }, worse: { model: 'Alder' }, atLeast: 3 }]
const checks = (purpose: 'GOLD' | 'ATTENTION' | 'CALIBRATION' | 'QUALIFICATION', count: number) =>
  Array.from({ length: count }, () => ({ purpose, expected, explanation: 'Alder leaves out half of it.' }))

async function proceed(person: Person, studyId: string) {
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  return got.status === 'assignment' ? got.assignment : got.reason
}

/** Judges as well as anybody can, or gives ten to everything. */
async function judge(person: Person, assignment: string, well: boolean) {
  const access = await makeAssignmentAccess(person.signInId, assignment)
  const slots = await db.$queryRaw<{ name: string }[]>`
    SELECT m.name FROM assignments a JOIN places p ON p.id = a.place_id
      CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY s(id, slot)
      JOIN response_sources c ON c.response_id = s.id JOIN models m ON m.id = c.model_id
    WHERE a.id = ${assignment}::uuid ORDER BY s.slot`
  const ratings = slots.map(({ name }, index) => ({
    criterion: 'score',
    slot: index + 1,
    value: well && name === 'Alder' ? 4 : well ? 8 : 10,
  }))
  return submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 60_000 })
}

async function judgeAll(person: Person, studyId: string, well: boolean, most = 500) {
  const items: { itemId: string; purpose: string; occasion: string }[] = []
  for (let count = 0; count < most; count++) {
    const got = await proceed(person, studyId)
    if (!got.includes('-') || got.length < 36) return { items, end: got }
    await judge(person, got, well)
    const held = await db.assignment.findUniqueOrThrow({
      where: { id: got },
      include: { place: { include: { item: true } } },
    })
    items.push({ itemId: held.itemId, purpose: held.place.item.purpose, occasion: held.occasion })
  }
  return { items, end: null }
}

const membership = (person: Person, studyId: string) =>
  db.studyAnnotator.findUniqueOrThrow({ where: { studyId_userId: { studyId, userId: person.userId } } })

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

async function actor(person: Person) {
  return (await makeMemberAccess(person.signInId, (await anyStudy(person)).studyId)).actor
}
const anyStudy = (person: Person) => db.studyAnnotator.findFirstOrThrow({ where: { userId: person.userId } })

describe('training', () => {
  const training = [...checks('CALIBRATION', 2), ...checks('QUALIFICATION', 3)]

  test('calibration with feedback, then qualification without; who passes begins at once', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study(
      { gold: { minimumPerAnnotator: 1, every: 2 } },
      { items: [...plain(4), ...checks('GOLD', 1), ...training], memberIds: [person.userId] },
    )
    expect((await membership(person, studyId)).qualification).toBe('PENDING')
    const first = await judge(person, await proceed(person, studyId), false)
    expect(first).toMatchObject({
      status: 'submitted',
      nextContent: null,
      feedback: { passed: false, explanation: 'Alder leaves out half of it.', training: 'goes-on' },
    })
    if (!('feedback' in first)) throw new Error('no feedback')
    expect(first.feedback?.lines).toMatchObject([{ kind: 'order', expected: '3', given: '10 / 10', met: false }])
    expect(JSON.stringify(first)).not.toMatch(/Alder"|Birch/)
    expect(await judge(person, await proceed(person, studyId), true)).toMatchObject({ feedback: { passed: true } })
    for (let asked = 1; asked <= 2; asked++)
      expect(await judge(person, await proceed(person, studyId), true)).not.toHaveProperty('feedback')
    const last = await judge(person, await proceed(person, studyId), true)
    expect(last).toMatchObject({ feedback: { passed: null, lines: [], training: 'passed' }, next: expect.any(String) })
    expect(await membership(person, studyId)).toMatchObject({ qualification: 'PASSED', qualificationAttempts: 1 })
    const { items } = await judgeAll(person, studyId, true)
    expect(items.map(item => item.purpose).sort()).toEqual(['GOLD', 'STUDY', 'STUDY', 'STUDY', 'STUDY'])
    expect(items.findIndex(item => item.purpose === 'GOLD')).toBeLessThanOrEqual(2)
  })

  test('a failed attempt is followed by another with other orders, a second one ends it', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study({}, { items: [...plain(4), ...training], memberIds: [person.userId] })
    await judgeAll(person, studyId, false, 5)
    expect(await membership(person, studyId)).toMatchObject({ qualification: 'PENDING', qualificationAttempts: 1 })
    const { items, end } = await judgeAll(person, studyId, false)
    expect(items.map(item => item.purpose)).toEqual(['QUALIFICATION', 'QUALIFICATION', 'QUALIFICATION'])
    expect(end).toBe('not-qualified')
    expect((await membership(person, studyId)).qualification).toBe('FAILED')
    const audited = await db.auditEntry.findMany({ where: { studyId, action: { startsWith: 'training.' } } })
    expect(audited.map(entry => entry.action)).toEqual(['training.again', 'training.failed'])
  })

  test('whoever fails first and then does well gets in', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study({}, { items: [...plain(1), ...training], memberIds: [person.userId] })
    await judgeAll(person, studyId, false, 5)
    const { items } = await judgeAll(person, studyId, true)
    expect(items.at(-1)?.purpose).toBe('STUDY')
    expect((await membership(person, studyId)).qualification).toBe('PASSED')
  })

  test('a crash between the last judgment and the decision is made good by the next request', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study(
      {},
      { items: [...plain(1), ...checks('QUALIFICATION', 1)], memberIds: [person.userId] },
    )
    await judge(person, await proceed(person, studyId), true)
    // As if the process had died behind the submission.
    await db.studyAnnotator.updateMany({
      where: { studyId },
      data: { qualification: 'PENDING', qualificationAttempts: 0 },
    })
    await db.assignment.updateMany({ where: { studyId, state: 'SHOWN' }, data: { state: 'RETURNED' } })
    await db.$executeRaw`UPDATE places SET state = 'FREE', holder_id = NULL, takeover_at = NULL WHERE study_id = ${studyId}::uuid AND state = 'HELD'`
    expect(await proceed(person, studyId)).toMatch(/^[0-9a-f-]{36}$/)
    expect((await membership(person, studyId)).qualification).toBe('PASSED')
  })

  test('whoever has begun the work is not sent into training', async () => {
    const person = await makeSignedIn()
    const { studyId, itemIds } = await study({}, { items: plain(4), memberIds: [person.userId] })
    await judge(person, await proceed(person, studyId), true)
    await db.item.update({ where: { id: itemIds[3] as string }, data: { purpose: 'QUALIFICATION', expected } })
    await db.$transaction(tx => refreshEligibility(tx, { studyId }))
    expect((await membership(person, studyId)).qualification).toBe('NOT_NEEDED')
  })
})

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

describe('the sweep', () => {
  const adminAccess = async (studyId: string) => requireStudy((await makeSignedIn({ role: 'ADMIN' })).signInId, studyId)
  const careless = (action: 'flag' | 'halt', person: Person, other: Person) =>
    study(
      { gold: { minimumPerAnnotator: 6, every: 2, action } },
      { items: [...plain(30), ...checks('GOLD', 6)], memberIds: [person.userId, other.userId] },
    )

  test('somebody who gives ten to everything is caught and halted, once; somebody careful is not', async () => {
    const [person, other] = await Promise.all([makeSignedIn(), makeSignedIn()])
    const { studyId } = await careless('halt', person, other)
    await judgeAll(person, studyId, false, 8)
    await judgeAll(other, studyId, true, 12)
    await sweepJudgments()
    await sweepJudgments()
    expect(await judgeAll(person, studyId, false, 3)).toMatchObject({ end: 'halted' })
    expect(await db.assignment.count({ where: { studyId, userId: person.userId, state: 'AHEAD' } })).toBe(0)
    expect((await membership(other, studyId)).flaggedAt).toBeNull()
    const study = await adminAccess(studyId)
    expect(await listNoticedAnnotators(study)).toMatchObject([{ userId: person.userId, what: 'halted' }])
    expect(await db.auditEntry.count({ where: { studyId, action: 'annotator.halted', actorId: null } })).toBe(1)

    const quality = await getStudyQuality(study)
    const [first, second] = quality.annotators
    expect(first).toMatchObject({ userId: person.userId, goldPassed: 0, gold: { accuracy: 0, flagged: true } })
    expect(first?.straightLined).toBeGreaterThanOrEqual(5)
    expect(second).toMatchObject({ goldFailed: 0, straightLined: 0, gold: { flagged: false } })
    const noticed = await listNoticedJudgments(study, person.userId)
    expect(noticed.filter(judgment => judgment.purpose === 'GOLD').every(judgment => judgment.passed === false)).toBe(
      true,
    )
    // Nothing was taken away.
    expect(
      await db.judgment.count({ where: { studyId, userId: person.userId, excludedAt: null } }),
    ).toBeGreaterThanOrEqual(8)
  })

  test('an admin lets somebody go on; only what they miss from then on counts against them', async () => {
    const [person, other] = await Promise.all([makeSignedIn(), makeSignedIn()])
    const { studyId } = await careless('halt', person, other)
    await judgeAll(person, studyId, false, 8)
    await sweepJudgments()
    await judgeAll(person, studyId, false, 1)
    const study = await adminAccess(studyId)
    await resumeAnnotator(study, { userId: person.userId, reason: 'Has read the guidelines again.' })
    await judgeAll(person, studyId, true, 3)
    await sweepJudgments()
    expect(await membership(person, studyId)).toMatchObject({ haltedAt: null, flaggedAt: null })
    await expect(resumeAnnotator(study, { userId: person.userId, reason: 'Once more.' })).rejects.toThrow('neither')
  })

  test('flagging alone stops nobody', async () => {
    const [person, other] = await Promise.all([makeSignedIn(), makeSignedIn()])
    const { studyId } = await careless('flag', person, other)
    await judgeAll(person, studyId, false, 8)
    await sweepJudgments()
    expect(await membership(person, studyId)).toMatchObject({ haltedAt: null, flaggedAt: expect.any(Date) })
    expect((await judgeAll(person, studyId, false, 2)).items).toHaveLength(2)
  })

  test('too fast knows the length of what was shown', async () => {
    const person = await makeSignedIn()
    const long = 'Twenty words of a long answer to a question that takes anybody a while to read. '.repeat(100)
    const { studyId } = await study(
      {},
      {
        items: [{ responses: [long, `${long}.`] }, { responses: ['Yes.', 'No.'] }],
        memberIds: [person.userId],
      },
    )
    for (let count = 0; count < 2; count++) {
      const id = await proceed(person, studyId)
      const content = { ratings: [1, 2].map(slot => ({ criterion: 'score', slot, value: 3 + slot })) }
      // On the screen for a while, but looked at for a second.
      await db.$executeRaw`UPDATE assignments SET shown_at = now() - interval '1 hour' WHERE id = ${id}::uuid`
      await submitJudgment(await makeAssignmentAccess(person.signInId, id), {
        key: randomId(),
        content,
        activeMs: 1000,
      })
    }
    await sweepJudgments()
    const checked = await db.judgmentCheck.findMany({ where: { studyId }, orderBy: { expectedMs: 'asc' } })
    expect(checked.map(check => check.tooFast)).toEqual([false, true])
    expect(checked[1]?.expectedMs).toBeGreaterThan(100_000)
  })

  test('hidden repeats: agreement of a person with themselves', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study(
      { repeats: { share: 0.5, distance: 2 } },
      { items: plain(8), memberIds: [person.userId] },
    )
    await judgeAll(person, studyId, true)
    const { annotators, repeats } = await getStudyQuality(await adminAccess(studyId))
    expect(repeats).toMatchObject({ n: 8, exact: { value: 1 }, withinOne: { value: 1 }, alpha: 1 })
    expect(annotators[0]?.repeats?.n).toBe(8)
  })

  test('a failed training can be taken as passed, or given once more', async () => {
    const [one, two] = await Promise.all([makeSignedIn(), makeSignedIn()])
    const { studyId } = await study(
      { gold: { minimumPerAnnotator: 0 } },
      { items: [...plain(4), ...checks('QUALIFICATION', 2)], memberIds: [one.userId, two.userId] },
    )
    await judgeAll(one, studyId, false)
    await judgeAll(two, studyId, false)
    const access = await adminAccess(studyId)
    await decideQualification(access, { userId: one.userId, to: 'passed', reason: 'The items were wrong.' })
    expect((await judgeAll(one, studyId, true, 1)).items).toMatchObject([{ purpose: 'STUDY' }])
    await decideQualification(access, { userId: two.userId, to: 'again', reason: 'Was ill that day.' })
    const { items } = await judgeAll(two, studyId, true, 3)
    expect(items.map(item => item.purpose)).toEqual(['QUALIFICATION', 'QUALIFICATION', 'STUDY'])
    expect(await membership(two, studyId)).toMatchObject({ qualification: 'PASSED', qualificationAttempts: 3 })
  })
})
