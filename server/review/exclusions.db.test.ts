import { afterAll, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { reviseJudgment, saveDraft, submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { applyFilter } from '../results/queries/apply-filter'
import { sumRatings } from '../results/queries/score-rows'
import { excludeJudgment, restoreJudgment } from './commands/exclude-judgment'
import { resetOpenWork } from './commands/reset-open-work'

afterAll(disconnect)

const content = { ratings: [1, 2, 3].map(slot => ({ criterion: 'score', slot, value: 7 })) }
type Person = Awaited<ReturnType<typeof makeSignedIn>>

async function next(person: Person, studyId: string) {
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  return got.status === 'assignment' ? makeAssignmentAccess(person.signInId, got.assignment) : null
}

async function ratings(studyId: string) {
  const applied = await applyFilter(studyId)
  const { totals } = await sumRatings(applied, [...applied.values, 'score', [], []])
  return totals.reduce((sum, cell) => sum + cell.items * cell.ratingsPerItem, 0)
}

test('an excluded judgment is in no result, its place goes to somebody else, and it can be restored', async () => {
  const [admin, first, second] = await Promise.all([makeSignedIn({ role: 'ADMIN' }), makeSignedIn(), makeSignedIn()])
  const { studyId } = await makeStudy({ items: [{}], memberIds: [first.userId, second.userId] })
  const study = await requireStudy(admin.signInId, studyId)
  const own = await next(first, studyId)
  if (!own) throw new Error('nothing to judge')
  await submitJudgment(own, { key: randomId(), content, activeMs: 0 })
  expect(await next(second, studyId)).toBeNull()
  const judgment = (await db.judgment.findFirstOrThrow({ where: { studyId } })).id

  await excludeJudgment(study, { judgment, reason: 'Judged in the wrong language', judgeAgain: true })
  expect(await ratings(studyId)).toBe(0)
  await expect(
    excludeJudgment(study, { judgment, reason: 'Once more, again', judgeAgain: true }),
  ).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await next(first, studyId)).toBeNull()
  expect(await next(second, studyId)).not.toBeNull()

  const revision = { key: randomId(), content, activeMs: 0 }
  expect(await reviseJudgment(await makeAssignmentAccess(first.signInId, own.assignmentId), revision)).toEqual({
    status: 'submitted',
  })
  expect(await ratings(studyId)).toBe(0)

  const current = (await db.judgment.findFirstOrThrow({ where: { studyId, isCurrent: true } })).id
  await restoreJudgment(study, { judgment: current, reason: 'It was the right language' })
  expect(await ratings(studyId)).toBe(3)
  const actions = await db.auditEntry.findMany({ where: { studyId }, orderBy: { seq: 'asc' } })
  expect(actions.map(entry => entry.action)).toEqual(['judgment.excluded', 'judgment.restored'])
})

test('resetting the open work of a person frees it and touches nothing that was submitted', async () => {
  const [admin, person] = await Promise.all([makeSignedIn({ role: 'ADMIN' }), makeSignedIn()])
  const { studyId } = await makeStudy({ items: [{}, {}, {}], memberIds: [person.userId] })
  const study = await requireStudy(admin.signInId, studyId)
  const first = await next(person, studyId)
  if (!first) throw new Error('nothing to judge')
  await submitJudgment(first, { key: randomId(), content, activeMs: 0 })
  const second = await next(person, studyId)
  if (!second) throw new Error('nothing to judge')
  await saveDraft(second, { base: 0, content, activeMs: 5 })

  const { assignments } = await resetOpenWork(study, person.userId)
  expect(assignments).toBeGreaterThanOrEqual(1)
  expect(await db.judgment.count({ where: { studyId } })).toBe(1)
  expect(await db.draft.count({ where: { assignmentId: second.assignmentId } })).toBe(1)
  expect(await db.place.count({ where: { studyId, state: 'HELD' } })).toBe(0)
  const again = await next(person, studyId)
  expect(again?.assignmentId).not.toBe(second.assignmentId)
})
