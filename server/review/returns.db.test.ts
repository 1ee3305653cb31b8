import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RubricPoint } from '@/criteria/checklist/schema'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { getOwnAssignment } from '../assignments/queries/own-assignments'
import { returnOutdatedJudgments, saveRubric } from '../items/commands/save-rubric'
import { getItemRubric, getRubricEffect } from '../items/queries/rubrics'
import { reviseJudgment, saveDraft, submitJudgment } from '../judgments/commands/submit-judgment'
import { listOwnJudgments, listReturned } from '../judgments/queries'
import { requireAssignment, requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { closeStudy } from '../studies/commands/close-study'
import { presetProtocol } from '../studies/presets'
import { returnJudgment, withdrawReturn } from './commands/return-judgment'
import { findReviewedJudgment } from './queries/get-reviewed-judgment'
import { getReviewCounts, listReviewedJudgments } from './queries/list-judgments'

let admin: Awaited<ReturnType<typeof makeSignedIn>>
beforeAll(async () => {
  admin = await makeSignedIn({ role: 'ADMIN' })
})
afterAll(disconnect)

const point = (id: string, over: Partial<RubricPoint> = {}): RubricPoint => ({
  id,
  text: `Point ${id}`,
  maximum: 2,
  grading: 'partly',
  weight: null,
  ...over,
})
const first = [point('a'), point('b'), point('c')]
const second = [point('a'), point('b', { text: 'Point b, said otherwise' }), point('c'), point('d')]

/** Both slots graded alike, by the version named. */
const grades = (rubric: number, earned: Record<string, number>) => ({
  ratings: [1, 2].map(slot => ({
    criterion: 'points',
    slot,
    choice: {
      kind: 'checklist' as const,
      rubric,
      points: Object.fromEntries(Object.entries(earned).map(([id, value]) => [id, { earned: value, reason: 'So.' }])),
    },
  })),
})
const submission = (content: ReturnType<typeof grades>) => ({ key: randomId(), content, activeMs: 0 })

/** An open study of one item with a rubric, two models, and people who hold its assignments. */
async function made(people = 2) {
  const signedIn = await Promise.all(Array.from({ length: people }, () => makeSignedIn()))
  const study = await makeStudy({
    models: ['model-1', 'model-2'],
    items: [{}],
    memberIds: signedIn.map(person => person.userId),
    protocol: { ...presetProtocol('expert-rubric'), revisionHours: 0 },
  })
  const itemId = study.itemIds[0] ?? ''
  const access = () => requireStudy(admin.signInId, study.studyId)
  await saveRubric(await access(), { itemId, base: 0, points: first, message: '' })
  const own = await Promise.all(
    signedIn.map(async person => {
      const got = await continueStudy(await makeMemberAccess(person.signInId, study.studyId))
      if (got.status !== 'assignment') throw new Error('nothing to judge')
      const { assignment } = got
      const member = await makeMemberAccess(person.signInId, study.studyId)
      return {
        ...person,
        assignment,
        actor: member.actor,
        gate: () => makeAssignmentAccess(person.signInId, assignment),
      }
    }),
  )
  return { ...study, itemId, access, own }
}
type Own = Awaited<ReturnType<typeof made>>['own'][number]
const judge = async (person: Own, content = grades(1, { a: 200, b: 100, c: 0 })) =>
  submitJudgment(await person.gate(), submission(content))
const judgmentOf = (assignmentId: string) => db.judgment.findFirstOrThrow({ where: { assignmentId, isCurrent: true } })

describe('a new version of a rubric', () => {
  test('gives judgments back for the changed points alone, and takes grades of the others as they were', async () => {
    const { own, itemId, access } = await made()
    const [one, two] = own as [Own, Own]
    await judge(one)
    await judge(two)
    const effect = await getRubricEffect(await access(), { itemId, points: second })
    expect(effect.changes.map(change => `${change.id} ${change.kind}`)).toEqual(['b changed', 'd added'])
    expect(effect.returned.map(row => row.judgments)).toEqual([1, 1])
    const saved = await saveRubric(await access(), { itemId, base: 1, points: second, message: 'Point b was unclear.' })
    expect(saved).toEqual({ version: 2, returned: 2 })

    const { judgments } = await listReturned(one.actor)
    expect(judgments).toMatchObject([{ assignment: one.assignment, kind: 'RUBRIC', points: 2 }])
    const page = await getOwnAssignment(await one.gate())
    expect(page.returned).toEqual({ kind: 'RUBRIC', message: 'Point b was unclear.', points: ['b', 'd'] })
    expect(page.judgment?.revisableUntil).toBeNull()

    // As it was submitted it is not complete; with the two points it is, whatever the revision window says.
    await expect(
      reviseJudgment(await one.gate(), submission(grades(1, { a: 200, b: 100, c: 0 }))),
    ).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ problem: 'outdated' }, { problem: 'outdated' }] },
    })
    const full = grades(2, { a: 200, b: 200, c: 0, d: 100 })
    expect(await reviseJudgment(await one.gate(), submission(full))).toEqual({ status: 'submitted' })
    expect((await listReturned(one.actor)).judgments).toEqual([])
    expect((await listReturned(two.actor)).judgments).toHaveLength(1)
    expect(await reviseJudgment(await one.gate(), submission(full))).toEqual({ status: 'too_late' })
    expect(await db.judgment.count({ where: { assignmentId: one.assignment } })).toBe(2)
    expect(await db.auditEntry.count({ where: { action: 'rubric.saved', body: { contains: itemId } } })).toBe(2)
  })

  test('returns nothing when points are only gone, moved or weighted otherwise', async () => {
    const { own, itemId, access } = await made(1)
    const [one] = own as [Own]
    await judge(one)
    const points = [point('c', { weight: 9 }), point('a')]
    expect(await saveRubric(await access(), { itemId, base: 1, points, message: '' })).toEqual({
      version: 2,
      returned: 0,
    })
    expect((await listReturned(one.actor)).judgments).toEqual([])
  })

  test('that reads again as it was judged by takes its returns back', async () => {
    const { own, itemId, access } = await made(1)
    const [one] = own as [Own]
    await judge(one)
    await saveRubric(await access(), { itemId, base: 1, points: [...first, point('d')], message: '' })
    expect((await listReturned(one.actor)).judgments).toHaveLength(1)
    await saveRubric(await access(), { itemId, base: 2, points: first, message: '' })
    expect((await listReturned(one.actor)).judgments).toEqual([])
  })

  test('that comes while somebody submits is caught up with', async () => {
    const { own, itemId, access } = await made(1)
    const [one] = own as [Own]
    const before = await one.gate()
    await saveRubric(await access(), { itemId, base: 1, points: second, message: '' })
    // The gate was passed before the rubric changed.
    await submitJudgment(before, submission(grades(1, { a: 200, b: 100, c: 0 })))
    expect(await getItemRubric(await access(), itemId)).toMatchObject({ notReturned: 1 })
    expect(await returnOutdatedJudgments(await access(), itemId)).toEqual({ returned: 1 })
    expect(await getItemRubric(await access(), itemId)).toMatchObject({ notReturned: 0 })
  })

  test('keeps what fits of a draft: nothing is lost, and what changed is asked', async () => {
    const { own, itemId, access } = await made(1)
    const [one] = own as [Own]
    const draft = grades(1, { a: 200, b: 100, c: 0 })
    await saveDraft(await one.gate(), { base: 0, content: draft, activeMs: 0 })
    expect((await getRubricEffect(await access(), { itemId, points: second })).drafts).toBe(1)
    await saveRubric(await access(), { itemId, base: 1, points: second, message: '' })
    const page = await getOwnAssignment(await one.gate())
    expect(page.draft?.content).toEqual(draft)
    expect(page.content.rubric?.version).toBe(2)
    await expect(judge(one, draft)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('needs a change, the newest version as its base, and a study that is not closed', async () => {
    const { itemId, access } = await made(1)
    const save = async (base: number, points: RubricPoint[]) =>
      saveRubric(await access(), { itemId, base, points, message: '' })
    await expect(save(1, first)).rejects.toMatchObject({ code: 'invalid' })
    await expect(save(0, second)).rejects.toMatchObject({ code: 'conflict' })
    await expect(save(1, second)).resolves.toMatchObject({ version: 2 })
    await closeStudy(await access(), { acceptUnfinished: true })
    await expect(save(2, first)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a judgment returned with a message', () => {
  test('is revised whatever the window says, and is answered by that; nobody learns who wrote', async () => {
    const { own, access } = await made(1)
    const [one] = own as [Own]
    await judge(one)
    const { id: judgment } = await judgmentOf(one.assignment)
    await expect(returnJudgment(await access(), { judgment, message: 'Model 1 deserves more.' })).rejects.toMatchObject(
      { code: 'invalid' },
    )
    await returnJudgment(await access(), { judgment, message: 'Have another look at point b.' })
    const page = await getOwnAssignment(await one.gate())
    expect(page.returned).toEqual({ kind: 'REVIEW', message: 'Have another look at point b.', points: [] })
    expect(JSON.stringify([page, await listReturned(one.actor)])).not.toContain(admin.userId)
    // The column may be empty: a return for review is of no point in particular.
    await db.$executeRaw`UPDATE judgment_returns SET points = NULL WHERE judgment_id = ${judgment}::uuid`
    expect((await getOwnAssignment(await one.gate())).returned?.points).toEqual([])
    expect((await listReturned(one.actor)).judgments).toMatchObject([{ kind: 'REVIEW', points: 0 }])
    expect(await findReviewedJudgment(await access(), judgment)).toMatchObject({ returns: [{ points: [] }] })
    expect((await listReviewedJudgments(await access(), { filter: 'open', page: 0 })).judgments).toMatchObject([
      { id: judgment, returned: { kind: 'REVIEW', answered: false } },
    ])
    await expect(returnJudgment(await access(), { judgment, message: 'And once more, please.' })).rejects.toMatchObject(
      { code: 'conflict' },
    )
    await reviseJudgment(await one.gate(), submission(grades(1, { a: 200, b: 200, c: 0 })))
    expect((await listReviewedJudgments(await access(), { filter: 'answered', page: 0 })).count).toBe(1)
    expect(await getReviewCounts(await access())).toMatchObject({ open: 0, annotators: [{ userId: one.userId }] })
    const { judgments } = await listOwnJudgments(one.actor, {})
    expect(judgments).toMatchObject([{ revision: 2 }])
  })

  test('can be withdrawn until it is answered', async () => {
    const { own, access } = await made(1)
    const [one] = own as [Own]
    await judge(one)
    const { id: judgment } = await judgmentOf(one.assignment)
    await returnJudgment(await access(), { judgment, message: 'Have another look at point b.' })
    const { judgments } = await listReviewedJudgments(await access(), { filter: 'open', page: 0 })
    const returned = judgments[0]?.returned?.id ?? ''
    await withdrawReturn(await access(), returned)
    expect((await listReturned(one.actor)).judgments).toEqual([])
    expect(await reviseJudgment(await one.gate(), submission(grades(1, { a: 0, b: 0, c: 0 })))).toEqual({
      status: 'too_late',
    })
    await expect(withdrawReturn(await access(), returned)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('keeps the points of a changed rubric, and is shown by slots with the rubric it was judged by', async () => {
    const { own, itemId, access } = await made(1)
    const [one] = own as [Own]
    await judge(one)
    await saveRubric(await access(), { itemId, base: 1, points: second, message: '' })
    const { id: judgment } = await judgmentOf(one.assignment)
    await returnJudgment(await access(), { judgment, message: 'Have another look at point b.' })
    const page = await getOwnAssignment(await requireAssignment(one.signInId, one.assignment))
    expect(page.returned).toMatchObject({ kind: 'REVIEW', points: ['b', 'd'] })
    const view = await findReviewedJudgment(await access(), judgment)
    expect(view?.content.rubric).toMatchObject({ version: 1, points: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] })
    expect(view?.revisions).toMatchObject([{ revision: 1, content: grades(1, { a: 200, b: 100, c: 0 }) }])
    expect(JSON.stringify({ ...view, protocol: null })).not.toContain('model-')
    const elsewhere = await made(1)
    expect(await findReviewedJudgment(await elsewhere.access(), judgment)).toBeNull()
    await expect(
      returnJudgment(await elsewhere.access(), { judgment, message: 'Not one of this study.' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
