import { afterAll, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { getOwnAssignment } from '../assignments/queries/own-assignments'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { revealAssignment } from './commands/reveal-assignment'
import { submitJudgment } from './commands/submit-judgment'

afterAll(disconnect)

// Characters of two code units: what PostgreSQL and the browser count differently.
const texts = ['🙂🙃 one', '🙂 two and more', 'three']
const { criteria } = presetProtocol('translation')

async function atWork(referenceMoment: 'start' | 'after-first' = 'start') {
  const person = await makeSignedIn()
  const study = await makeStudy({
    items: [{ prompt: '句子🙂', responses: texts, reference: 'A reference' }],
    protocol: { criteria, referenceShown: ['*'], referenceMoment },
    memberIds: [person.userId],
  })
  const got = await continueStudy(await makeMemberAccess(person.signInId, study.studyId))
  if (got.status !== 'assignment') throw new Error('nothing to judge')
  const access = await makeAssignmentAccess(person.signInId, got.assignment)
  const { content } = await getOwnAssignment(access)
  const slotOf = (text: string) => content.responses.findIndex(({ turns }) => turns[0] === text) + 1
  return { access, slotOf }
}

const marked = (slot: number, start: number, end: number, part: 'response' | 'source' = 'response', turn = 0) => ({
  ratings: [
    ...[1, 2, 3].map(at => ({ criterion: 'overall', slot: at, value: 1 })),
    {
      criterion: 'errors',
      slot,
      choice: { kind: 'spans' as const, spans: [{ part, turn, start, end, category: 'omission', severity: 'minor' }] },
    },
  ],
})

test('a mark outside of its text is refused, and names its slot; one that fits is stored', async () => {
  const { access, slotOf } = await atWork()
  const [first = 0, second = 0] = texts.map(slotOf)
  const submit = (content: ReturnType<typeof marked>) =>
    submitJudgment(access, { key: randomId(), content, activeMs: 0 })
  const refused = (slot: number) => ({
    code: 'invalid',
    detail: { problems: [{ criterion: 'errors', slot, problem: 'off-text' }] },
  })
  // "🙂🙃 one" has eight code units and six characters; the second response is longer.
  await expect(submit(marked(first, 5, 9))).rejects.toMatchObject(refused(first))
  await expect(submit(marked(first, 1, 4))).rejects.toMatchObject(refused(first))
  await expect(submit(marked(first, 0, 3))).rejects.toMatchObject(refused(first))
  await expect(submit(marked(first, 0, 2, 'response', 1))).rejects.toMatchObject(refused(first))
  await expect(submit(marked(second, 2, 5, 'source'))).rejects.toMatchObject(refused(second))
  await expect(submit(marked(second, 0, 1, 'source', 1))).rejects.toMatchObject(refused(second))
  expect(await db.judgment.count({ where: { assignmentId: access.assignmentId } })).toBe(0)
  expect((await submit(marked(second, 2, 4, 'source'))).status).toBe('submitted')
})

test('the end of a text with characters of two code units is within it', async () => {
  const { access, slotOf } = await atWork()
  const slot = slotOf(texts[0] ?? '')
  const submitted = await submitJudgment(access, { key: randomId(), content: marked(slot, 2, 8), activeMs: 0 })
  expect(submitted.status).toBe('submitted')
})

test('nothing is locked with a mark outside of its text', async () => {
  const { access } = await atWork('after-first')
  await expect(revealAssignment(access, { content: marked(1, 0, 1000), activeMs: 0 })).rejects.toMatchObject({
    code: 'invalid',
  })
  expect(await db.firstRatings.count({ where: { assignmentId: access.assignmentId } })).toBe(0)
})
