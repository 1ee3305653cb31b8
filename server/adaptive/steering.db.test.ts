import { afterAll, expect, test } from 'vitest'
import { preferSmaller } from '@/prisma/builders/judge-study'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { steerComparisons } from './commands'

afterAll(disconnect)

test('the floor of every pair comes first, and the study ends at its budget', async () => {
  const preset = presetProtocol('preference')
  const person = await makeSignedIn()
  const study = await makeStudy({
    protocol: {
      ...preset,
      overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
      criteria: preset.criteria.filter(criterion => criterion.id === 'overall'),
      batches: null,
      adaptive: { budget: 12, floorPerPair: 2 },
    },
    items: Array.from({ length: 10 }, () => ({})),
    memberIds: [person.userId],
  })
  expect(await db.place.count({ where: { studyId: study.studyId } })).toBe(30)
  const member = await makeMemberAccess(person.signInId, study.studyId)
  const modelOf = async (responseId = '') =>
    study.modelIds.indexOf((await db.responseSource.findUniqueOrThrow({ where: { responseId } })).modelId)
  const judged: string[] = []
  for (;;) {
    await steerComparisons()
    const got = await continueStudy(member)
    if (got.status !== 'assignment') break
    const { place } = await db.assignment.findUniqueOrThrow({ where: { id: got.assignment }, select: { place: true } })
    const slots = await Promise.all(place.slotOrder.map(async id => [await modelOf(id)]))
    await submitJudgment(await makeAssignmentAccess(person.signInId, got.assignment), {
      key: randomId(),
      content: { ratings: [preferSmaller('overall', { item: 0, slots })] },
      activeMs: 1,
    })
    judged.push(slots.flat().sort().join(' '))
  }
  expect(judged).toHaveLength(12)
  const first = judged.slice(0, 6)
  for (const pair of ['0 1', '0 2', '1 2'])
    expect(first.filter(other => other === pair).length).toBeGreaterThanOrEqual(1)
  for (const pair of ['0 1', '0 2', '1 2'])
    expect(judged.filter(other => other === pair).length).toBeGreaterThanOrEqual(2)
  expect(await db.place.count({ where: { studyId: study.studyId, state: 'FREE' } })).toBe(0)
})
