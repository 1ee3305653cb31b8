import { afterAll, describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy, showAssignment } from '../assignments/commands/lease-assignment'
import { getOwnAssignment } from '../assignments/queries/own-assignments'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { closeStudy } from '../studies/commands/close-study'
import { acceptDraft } from './commands/accept-draft'
import { revealAssignment } from './commands/reveal-assignment'
import { reviseJudgment, saveDraft, submitJudgment } from './commands/submit-judgment'
import { listStrandedDrafts } from './queries'

afterAll(disconnect)

const content = (...values: number[]) => ({
  ratings: values.map((value, index) => ({ criterion: 'score', slot: index + 1, value })),
})
const locked = { content: content(4, 5, 6), activeMs: 1000 }
const reference = 'the reference that waits'

async function atWork(items: { reference?: string }[] = [{ reference }, { reference }]) {
  const person = await makeSignedIn()
  const study = await makeStudy({
    items,
    protocol: { referenceShown: ['*'], referenceMoment: 'after-first' },
    memberIds: [person.userId],
  })
  const got = await continueStudy(await makeMemberAccess(person.signInId, study.studyId))
  if (got.status !== 'assignment') throw new Error('nothing to judge')
  const reach = () => makeAssignmentAccess(person.signInId, got.assignment)
  return { ...person, ...study, reach, access: await reach() }
}

const storedScores = async (assignmentId: string) =>
  (
    await db.rating.findMany({
      where: { criterion: 'score', judgment: { assignmentId, isCurrent: true } },
      orderBy: { slot: 'asc' },
    })
  ).map(rating => [rating.firstValue, rating.value])

describe('revealing', () => {
  test('locks the first ratings and shows the reference; both values are stored', async () => {
    const { access, reach } = await atWork()
    expect(await getOwnAssignment(access)).toMatchObject({
      content: { reveal: 'after-first', references: [] },
      revealed: null,
    })
    expect(await revealAssignment(access, locked)).toEqual({
      status: 'revealed',
      references: [reference],
      first: locked.content,
      judgments: [],
    })
    const after = await reach()
    expect(await getOwnAssignment(after)).toMatchObject({
      content: { reveal: 'done', references: [reference] },
      revealed: { first: locked.content },
      draft: { content: locked.content, revision: 0 },
    })
    const submission = { key: randomId(), content: content(4, 9, 6), activeMs: 2000 }
    expect((await submitJudgment(after, submission)).status).toBe('submitted')
    expect(await storedScores(access.assignmentId)).toEqual([
      [4, 4],
      [5, 9],
      [6, 6],
    ])
  })

  test('ten times at once, and again with other ratings, lock the first ones only', async () => {
    const { access, reach } = await atWork()
    const tries = [
      locked,
      ...Array.from({ length: 9 }, (_, n) => ({ content: content(4, 5, 4 + (n % 7)), activeMs: 0 })),
    ]
    const answers = await Promise.all(tries.map(attempt => revealAssignment(access, attempt)))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    const again = await revealAssignment(await reach(), { content: content(1), activeMs: 0 })
    expect(again).toEqual(answers[0])
    expect(await db.firstRatings.count({ where: { assignmentId: access.assignmentId } })).toBe(1)
  })

  test('names what is missing, and shows nothing', async () => {
    const { access, reach } = await atWork()
    await expect(revealAssignment(access, { content: content(4, 5), activeMs: 0 })).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ criterion: 'score', slot: 3, problem: 'missing' }] },
    })
    expect((await getOwnAssignment(await reach())).content.references).toEqual([])
  })

  test('a submission before it is refused, and the reference is in no answer until then', async () => {
    const { access } = await atWork()
    const shown = await showAssignment(access)
    expect(shown.ahead).toMatchObject({ reveal: 'after-first' })
    const refused = await submitJudgment(access, { key: randomId(), ...locked })
    expect(refused).toEqual({ status: 'not_revealed' })
    expect(JSON.stringify([shown, refused, await getOwnAssignment(access)])).not.toContain(reference)
    expect(await db.judgment.count({ where: { assignmentId: access.assignmentId } })).toBe(0)
  })

  test('an item without a reference is judged in one stage', async () => {
    const { access } = await atWork([{}])
    await expect(revealAssignment(access, locked)).rejects.toMatchObject({ code: 'conflict' })
    expect((await submitJudgment(access, { key: randomId(), ...locked })).status).toBe('submitted')
    expect((await storedScores(access.assignmentId))[0]).toEqual([null, 4])
  })

  test('a revision keeps the first values', async () => {
    const { access, reach } = await atWork()
    await revealAssignment(access, locked)
    await submitJudgment(await reach(), { key: randomId(), ...locked })
    await reviseJudgment(await reach(), { key: randomId(), content: content(7, 8, 9), activeMs: 0 })
    expect(await storedScores(access.assignmentId)).toEqual([
      [4, 7],
      [5, 8],
      [6, 9],
    ])
  })

  test('a stranded draft counts only if its first ratings were locked', async () => {
    const { access, studyId, reach } = await atWork()
    const admin = await makeSignedIn({ role: 'ADMIN' })
    const reachStudy = () => requireStudy(admin.signInId, studyId)
    await saveDraft(access, { base: 0, ...locked })
    const lockedOne = await atWork()
    await revealAssignment(lockedOne.access, locked)
    await saveDraft(await lockedOne.reach(), { base: 0, content: content(4, 5, 7), activeMs: 0 })
    for (const study of [await reachStudy(), await requireStudy(admin.signInId, lockedOne.studyId)])
      await closeStudy(study, { acceptUnfinished: true })

    expect(await revealAssignment(await reach(), locked)).toEqual({ status: 'closed' })
    expect(await listStrandedDrafts(await reachStudy())).toMatchObject([{ complete: false }])
    await expect(acceptDraft(await reachStudy(), access.assignmentId)).rejects.toMatchObject({ code: 'conflict' })

    const study = await requireStudy(admin.signInId, lockedOne.studyId)
    expect(await listStrandedDrafts(study)).toMatchObject([{ complete: true }])
    await acceptDraft(study, lockedOne.access.assignmentId)
    expect((await storedScores(lockedOne.access.assignmentId))[2]).toEqual([6, 7])
  })
})
