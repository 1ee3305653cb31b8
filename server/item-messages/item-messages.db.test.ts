import { afterAll, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { readOwnThread, replyToAnnotator, sendMessage } from './commands'
import { countUnanswered, getOwnThread, listOwnThreads, listStudyThreads } from './queries'

afterAll(disconnect)

test('an annotator asks, an admin answers without naming a model, and neither learns more than the words', async () => {
  const admin = await makeSignedIn({ role: 'ADMIN' })
  const person = await makeSignedIn()
  const other = await makeSignedIn()
  const { studyId } = await makeStudy({
    items: [{ prompt: 'What is 6 × 7?' }, {}],
    models: ['Canary-7B', 'other-model'],
    memberIds: [person.userId, other.userId],
  })
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  const own = await makeAssignmentAccess(person.signInId, got.status === 'assignment' ? got.assignment : '')
  const study = await requireStudy(admin.signInId, studyId)

  await sendMessage(own, 'Is half a sentence enough?')
  expect(await countUnanswered(study)).toBe(1)
  expect(await listStudyThreads(study, true)).toMatchObject([
    { unread: 1, messages: [{ fromAdmin: false, text: 'Is half a sentence enough?' }] },
  ])

  await expect(replyToAnnotator(study, own.assignmentId, 'canary 7b always does that')).rejects.toMatchObject({
    code: 'invalid',
  })
  await replyToAnnotator(study, own.assignmentId, 'No: the need must be met.')
  expect(await countUnanswered(study)).toBe(0)
  expect(await listStudyThreads(study, true)).toEqual([])

  const { threads } = await listOwnThreads(own.actor)
  expect(threads).toMatchObject([{ assignment: own.assignmentId, unread: 1, lastFrom: 'team' }])
  const thread = await readOwnThread(own)
  expect(thread.messages.map(({ from, text }) => [from, text])).toEqual([
    ['me', 'Is half a sentence enough?'],
    ['team', 'No: the need must be met.'],
  ])
  expect((await listOwnThreads(own.actor)).threads[0]?.unread).toBe(0)
  expect(JSON.stringify(thread)).not.toContain(admin.userId)

  const gotByOther = await continueStudy(await makeMemberAccess(other.signInId, studyId))
  const others = await makeAssignmentAccess(
    other.signInId,
    gotByOther.status === 'assignment' ? gotByOther.assignment : '',
  )
  expect(await getOwnThread(others)).toEqual({ messages: [] })
  expect(await db.auditEntry.count({ where: { studyId, action: 'message.sent' } })).toBe(1)
})

test('twenty words without an answer are enough', async () => {
  const person = await makeSignedIn()
  const { studyId } = await makeStudy({ items: [{}], memberIds: [person.userId] })
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  const own = await makeAssignmentAccess(person.signInId, got.status === 'assignment' ? got.assignment : '')
  for (let n = 1; n <= 20; n++) await sendMessage(own, `Question ${n}`)
  await expect(sendMessage(own, 'One more')).rejects.toMatchObject({ code: 'conflict' })
})
