import { afterAll, describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy, showAssignment } from '../assignments/commands/lease-assignment'
import { getOwnAssignment } from '../assignments/queries/own-assignments'
import { requireAssignment, requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { closeStudy } from '../studies/commands/close-study'
import { acceptDraft } from './commands/accept-draft'
import { reviseJudgment, saveDraft, submitJudgment } from './commands/submit-judgment'
import { getStatement, listOwnJudgments, listStrandedDrafts } from './queries'
import { judgmentContentSchema } from './schema'

afterAll(disconnect)

const content = (...values: number[]) => ({
  ratings: values.map((value, index) => ({ criterion: 'score', slot: index + 1, value })),
})

async function atWork(items = 3, options: Parameters<typeof makeStudy>[0] = { items: [] }) {
  const person = await makeSignedIn()
  const study = await makeStudy({
    ...options,
    items: Array.from({ length: items }, () => ({ reference: '42' })),
    memberIds: [person.userId, ...(options.memberIds ?? [])],
  })
  const member = await makeMemberAccess(person.signInId, study.studyId)
  const got = await continueStudy(member)
  if (got.status !== 'assignment') throw new Error('nothing to judge')
  return { ...person, ...study, member, access: await makeAssignmentAccess(person.signInId, got.assignment) }
}

describe('submit', () => {
  test('ten copies at once are one judgment, and all are answered', async () => {
    const { access } = await atWork()
    const submission = { key: randomId(), content: content(7, 8, 9), activeMs: 1000 }
    const answers = await Promise.all(Array.from({ length: 10 }, () => submitJudgment(access, submission)))
    expect(answers.map(answer => answer.status).sort()).toEqual([...Array(9).fill('repeated'), 'submitted'])
    expect(new Set(answers.map(answer => 'next' in answer && answer.next)).size).toBe(1)
    expect(await db.judgment.count({ where: { assignmentId: access.assignmentId } })).toBe(1)
    expect(await db.rating.count({ where: { judgment: { assignmentId: access.assignmentId } } })).toBe(3)
  })

  test('the same key with other content is refused', async () => {
    const { access } = await atWork()
    const key = randomId()
    await submitJudgment(access, { key, content: content(7, 8, 9), activeMs: 0 })
    expect(await submitJudgment(access, { key, content: content(7, 8, 4), activeMs: 0 })).toEqual({
      status: 'key_reused',
    })
    expect(await submitJudgment(access, { key: randomId(), content: content(7, 8, 4), activeMs: 0 })).toEqual({
      status: 'submitted_elsewhere',
    })
  })

  test('what is missing is named, and nothing is stored', async () => {
    const { access } = await atWork()
    await expect(
      submitJudgment(access, { key: randomId(), content: content(7, 2), activeMs: 0 }),
    ).rejects.toMatchObject({
      code: 'invalid',
      detail: {
        problems: [
          { criterion: 'score', slot: 3, problem: 'missing' },
          { criterion: 'comment', slot: 2, problem: 'comment-required' },
        ],
      },
    })
    expect(await db.judgment.count({ where: { assignmentId: access.assignmentId } })).toBe(0)
  })

  test('the look-ahead is the next one, and its content was in the browser already', async () => {
    const { access } = await atWork(3)
    const { ahead } = await showAssignment(access)
    const answer = await submitJudgment(access, { key: randomId(), content: content(7, 8, 9), activeMs: 0 })
    expect(answer).toMatchObject({ status: 'submitted', next: ahead?.id, nextContent: null })
    expect('ahead' in answer && answer.ahead?.id).not.toBe(ahead?.id)
  })

  test('ratings name the response that stood in the slot', async () => {
    const { access } = await atWork()
    await submitJudgment(access, { key: randomId(), content: content(4, 8, 9), activeMs: 0 })
    const { place } = await db.assignment.findUniqueOrThrow({
      where: { id: access.assignmentId },
      include: { place: true },
    })
    const ratings = await db.rating.findMany({
      where: { judgment: { assignmentId: access.assignmentId } },
      orderBy: { slot: 'asc' },
    })
    expect(ratings.map(rating => rating.responseId)).toEqual(place.slotOrder)
    expect(ratings.map(rating => rating.value)).toEqual([4, 8, 9])
  })

  test('active time is never more than the time since the item was shown', async () => {
    const { access } = await atWork()
    await submitJudgment(access, { key: randomId(), content: content(4, 8, 9), activeMs: 9_000_000 })
    const judgment = await db.judgment.findFirstOrThrow({ where: { assignmentId: access.assignmentId } })
    expect(judgment.activeMs).toBeLessThan(60_000)
  })

  test('a closed study refuses and keeps the draft', async () => {
    const { access, studyId } = await atWork()
    await saveDraft(access, { base: 0, content: content(5), activeMs: 10 })
    await db.study.update({ where: { id: studyId }, data: { state: 'CLOSED' } })
    expect(await submitJudgment(access, { key: randomId(), content: content(7, 8, 9), activeMs: 0 })).toEqual({
      status: 'closed',
    })
    expect(await db.draft.count({ where: { assignmentId: access.assignmentId } })).toBe(1)
  })
})

describe('drafts', () => {
  test('a save that builds on an older revision changes nothing and shows what is there', async () => {
    const { access } = await atWork()
    expect(await saveDraft(access, { base: 0, content: content(1), activeMs: 1 })).toEqual({
      status: 'saved',
      revision: 1,
    })
    expect(await saveDraft(access, { base: 1, content: content(1, 2), activeMs: 2 })).toEqual({
      status: 'saved',
      revision: 2,
    })
    expect(await saveDraft(access, { base: 1, content: content(9), activeMs: 3 })).toEqual({
      status: 'conflict',
      revision: 2,
      content: content(1, 2),
    })
    expect(await saveDraft(access, { base: 0, content: content(9), activeMs: 3 })).toMatchObject({
      status: 'conflict',
      revision: 2,
    })
  })

  test('a started draft protects the place for a day', async () => {
    const { access, studyId } = await atWork(1)
    await saveDraft(access, { base: 0, content: content(5), activeMs: 10 })
    const [place] = await db.$queryRaw<
      { hours: number }[]
    >`SELECT EXTRACT(EPOCH FROM takeover_at - now()) / 3600 AS hours FROM places WHERE study_id = ${studyId}::uuid`
    expect(Number(place?.hours)).toBeGreaterThan(23.9)
  })

  test('a draft begun while the study is paused is protected, too', async () => {
    const { access, studyId } = await atWork(1)
    await db.study.update({ where: { id: studyId }, data: { state: 'PAUSED', pausedAt: new Date() } })
    await saveDraft(access, { base: 0, content: content(5), activeMs: 10 })
    const held = await db.assignment.findUniqueOrThrow({ where: { id: access.assignmentId }, include: { place: true } })
    expect(held.draftStartedAt).not.toBeNull()
    expect((held.place.takeoverAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(23.9 * 3_600_000)
  })

  test('saves and submissions of two tabs at once never wait for each other in a circle', async () => {
    const { access } = await atWork(1)
    await saveDraft(access, { base: 0, content: content(5), activeMs: 0 })
    await db.$executeRaw`UPDATE assignments SET lease_until = now() WHERE id = ${access.assignmentId}::uuid`
    const saves = Array.from({ length: 8 }, () => saveDraft(access, { base: 1, content: content(6), activeMs: 0 }))
    const submission = submitJudgment(access, { key: randomId(), content: content(7, 8, 9), activeMs: 0 })
    await expect(Promise.all([...saves, submission])).resolves.toBeDefined()
  })

  test('the page of an assignment holds the draft, the reference where the protocol shows it, and no more', async () => {
    const { access } = await atWork()
    await saveDraft(access, { base: 0, content: content(5), activeMs: 10 })
    const page = await getOwnAssignment(access)
    expect(page.draft).toEqual({ content: content(5), revision: 1, activeMs: 10 })
    expect(page.content.references).toEqual(['42'])
    const { getAssignmentOutput } = await import('../assignments/schema')
    expect(() => getAssignmentOutput.parse(page)).not.toThrow()
  })
})

test('a NUL character in a comment stops nothing', async () => {
  const { access } = await atWork()
  const typed = { ratings: [...content(7, 8, 9).ratings, { criterion: 'comment', slot: 1, text: 'a\u0000b' }] }
  expect(await saveDraft(access, { base: 0, content: judgmentContentSchema.parse(typed), activeMs: 1 })).toMatchObject({
    status: 'saved',
  })
  const submitted = { key: randomId(), content: judgmentContentSchema.parse(typed), activeMs: 0 }
  expect(await submitJudgment(access, submitted)).toMatchObject({ status: 'submitted' })
})

describe('revisions', () => {
  test('a revision is kept beside the first, and the newest counts', async () => {
    const { access, signInId } = await atWork()
    await submitJudgment(access, { key: randomId(), content: content(7, 8, 9), activeMs: 0 })
    const key = randomId()
    expect(await reviseJudgment(access, { key, content: content(7, 8, 10), activeMs: 3_600_000 })).toEqual({
      status: 'submitted',
    })
    expect(await reviseJudgment(access, { key, content: content(7, 8, 10), activeMs: 5 })).toEqual({
      status: 'repeated',
    })
    const all = await db.judgment.findMany({
      where: { assignmentId: access.assignmentId },
      orderBy: { revision: 'asc' },
    })
    expect(all.map(judgment => [judgment.revision, judgment.isCurrent])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(all[1]?.activeMs).toBeLessThan(60_000)
    const page = await getOwnAssignment(await requireAssignment(signInId, access.assignmentId))
    expect(page.judgment).toMatchObject({ revision: 2, content: content(7, 8, 10) })
  })

  test('after the window it is too late', async () => {
    const { access } = await atWork()
    await submitJudgment(access, { key: randomId(), content: content(7, 8, 9), activeMs: 0 })
    await db.$executeRaw`UPDATE judgments SET submitted_at = now() - interval '25 hours' WHERE assignment_id = ${access.assignmentId}::uuid`
    expect(
      await reviseJudgment(access, { key: randomId(), content: content(7, 8, 1), activeMs: 0 }).catch(
        error => error.code,
      ),
    ).toBe('invalid')
    expect(await reviseJudgment(access, { key: randomId(), content: content(7, 8, 5), activeMs: 0 })).toEqual({
      status: 'too_late',
    })
  })

  test('own judgments and the daily statement', async () => {
    const { access, member, userId } = await atWork()
    await submitJudgment(access, { key: randomId(), content: content(7, 8, 9), activeMs: 1 })
    const list = await listOwnJudgments(member.actor, {})
    expect(list).toMatchObject({ judgments: [{ assignment: access.assignmentId, revision: 1 }], nextCursor: null })
    const today = new Date().toISOString().slice(0, 10)
    const { days } = await getStatement(userId, { from: today, to: today, timeZone: 'UTC' })
    expect(days).toMatchObject([{ judged: 1, skipped: 0 }])
  })
})

test("another person's assignment is as if it did not exist", async () => {
  const { access } = await atWork()
  const other = await makeSignedIn()
  await expect(makeAssignmentAccess(other.signInId, access.assignmentId)).rejects.toMatchObject({ code: 'not_found' })
})

describe('stranded drafts', () => {
  test('a complete draft of a closed study can be accepted once, and the trail says so', async () => {
    const { access, studyId } = await atWork()
    await saveDraft(access, { base: 0, content: content(5, 6, 7), activeMs: 10 })
    const admin = await makeSignedIn({ role: 'ADMIN' })
    const open = await requireStudy(admin.signInId, studyId)
    await expect(acceptDraft(open, access.assignmentId)).rejects.toMatchObject({ code: 'conflict' })
    expect(await listStrandedDrafts(open)).toEqual([])
    await closeStudy(open, { acceptUnfinished: true })
    const closed = await requireStudy(admin.signInId, studyId)
    const [stranded] = await listStrandedDrafts(closed)
    expect(stranded).toMatchObject({ assignment: access.assignmentId, why: 'closed', complete: true })
    expect(JSON.stringify(stranded)).not.toContain('ratings')
    const { judgment } = await acceptDraft(closed, access.assignmentId)
    expect(await db.rating.count({ where: { judgmentId: judgment } })).toBe(3)
    expect(await db.place.count({ where: { studyId, state: 'JUDGED' } })).toBe(1)
    expect(await listStrandedDrafts(closed)).toEqual([])
    await expect(acceptDraft(closed, access.assignmentId)).rejects.toMatchObject({ code: 'not_found' })
    expect(await db.auditEntry.findFirst({ where: { studyId, action: 'draft.accepted' } })).not.toBeNull()
  })

  test('an incomplete one cannot', async () => {
    const { access, studyId } = await atWork()
    await saveDraft(access, { base: 0, content: content(5), activeMs: 10 })
    const admin = await makeSignedIn({ role: 'ADMIN' })
    await closeStudy(await requireStudy(admin.signInId, studyId), { acceptUnfinished: true })
    const closed = await requireStudy(admin.signInId, studyId)
    expect(await listStrandedDrafts(closed)).toMatchObject([{ complete: false }])
    await expect(acceptDraft(closed, access.assignmentId)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('one that was retaken counts beside the judgment of whoever retook the place', async () => {
    const other = await makeSignedIn()
    const { access, studyId } = await atWork(1, { items: [], memberIds: [other.userId] })
    await saveDraft(access, { base: 0, content: content(5, 6, 7), activeMs: 10 })
    await db.place.updateMany({ where: { studyId }, data: { takeoverAt: new Date(0) } })
    const got = await continueStudy(await makeMemberAccess(other.signInId, studyId))
    if (got.status !== 'assignment') throw new Error('nothing was retaken')
    const retaken = await makeAssignmentAccess(other.signInId, got.assignment)
    const admin = await makeSignedIn({ role: 'ADMIN' })
    const study = await requireStudy(admin.signInId, studyId)
    expect(await listStrandedDrafts(study)).toMatchObject([{ assignment: access.assignmentId, why: 'retaken' }])
    await acceptDraft(study, access.assignmentId)
    expect(await db.place.count({ where: { studyId, state: 'HELD' } })).toBe(1)
    const answer = await submitJudgment(retaken, { key: randomId(), content: content(8, 9, 10), activeMs: 0 })
    expect(answer.status).toBe('submitted')
    expect(await db.judgment.count({ where: { studyId } })).toBe(2)
  })
})
