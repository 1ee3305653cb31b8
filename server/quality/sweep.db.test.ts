import { afterAll, describe, expect, test } from 'vitest'
import { checks, judgeAll, membership, type Person, plain, proceed, study } from '@/prisma/builders/checked-study'
import { makeAssignmentAccess, makeSignedIn } from '@/prisma/builders/make-study'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { decideQualification, resumeAnnotator } from './commands/decide-annotator'
import { sweepJudgments } from './commands/sweep-judgments'
import { getStudyQuality } from './queries/get-quality'
import { listNoticedAnnotators, listNoticedJudgments } from './queries/list-noticed'

afterAll(disconnect)

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

  test('the source of a translation is read at its own language’s speed', async () => {
    const person = await makeSignedIn({ languages: { ar: 'NATIVE', 'zh-Hans': 'NATIVE' } })
    const { studyId } = await study(
      {},
      {
        // A minute of Arabic, and two of Chinese in the responses; a third of it at the least.
        items: [
          {
            sourceLanguage: 'ar',
            language: 'zh-Hans',
            prompt: 'س'.repeat(612),
            responses: ['一'.repeat(255), '二'.repeat(255)],
          },
        ],
        memberIds: [person.userId],
      },
    )
    const content = { ratings: [1, 2].map(slot => ({ criterion: 'score', slot, value: 3 + slot })) }
    const access = await makeAssignmentAccess(person.signInId, await proceed(person, studyId))
    await submitJudgment(access, { key: randomId(), content, activeMs: 60_000 })
    await sweepJudgments()
    expect(await db.judgmentCheck.findMany({ where: { studyId } })).toMatchObject([{ expectedMs: 60_000 }])
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
