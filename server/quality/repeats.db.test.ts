import { afterAll, expect, test } from 'vitest'
import type { Criterion, Rating } from '@/criteria/schema'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect, sql } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { qualitySchema } from '../studies/schema'
import { getStudyQuality } from './queries/get-quality'

afterAll(disconnect)

const base = { asked: 1, scope: 'response' as const }
const expert = presetProtocol('expert-rubric').criteria.find(one => one.kind === 'checklist')
const point = (id: string) => ({ id, text: id, maximum: 2, grading: 'partly' as const, weight: null })
const checklist = {
  ...expert,
  ...base,
  id: 'points',
  points: { from: 'protocol', points: [point('a'), point('b')] },
  reasons: 'none',
} as Criterion
const choice = {
  ...base,
  kind: 'choice',
  id: 'tags',
  label: 'Tags',
  help: '',
  many: true,
  mandatory: true,
  options: ['wrong', 'unsafe'].map(id => ({ id, label: id, help: '' })),
} as Criterion

/** One person judges two items, both of which come again; `rate` gets the model's name and whether it is the repeat. */
async function repeated(criterion: Criterion, rate: (model: string, again: boolean) => Pick<Rating, 'choice'>) {
  const person = await makeSignedIn()
  const { studyId } = await makeStudy({
    models: ['Alder', 'Birch'],
    items: [{}, {}],
    memberIds: [person.userId],
    protocol: {
      ...presetProtocol('blank'),
      criteria: [criterion],
      annotatorsPerItem: 1,
      quality: qualitySchema.parse({ repeats: { share: 0.5, distance: 1 } }),
    },
  })
  await db.place.updateMany({ where: { studyId }, data: { repeatAfter: 1 } })
  for (;;) {
    const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
    if (got.status !== 'assignment') break
    const access = await makeAssignmentAccess(person.signInId, got.assignment)
    const slots = await sql<{ name: string }>(
      'test_repeat_slots',
      `SELECT m.name FROM assignments a JOIN places p ON p.id = a.place_id
         CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY s(id, slot)
         JOIN response_sources c ON c.response_id = s.id JOIN models m ON m.id = c.model_id WHERE a.id = $1 ORDER BY s.slot`,
      [got.assignment],
    )
    const ratings = slots.map(({ name }, index) => ({
      criterion: criterion.id,
      slot: index + 1,
      ...rate(name, access.occasion === 'REPEAT'),
    }))
    await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
  }
  return getStudyQuality(await requireOperatorStudy(studyId))
}

test('a checklist is compared with itself point by point, wherever the response stood', async () => {
  const quality = await repeated(checklist, (model, again) => ({
    choice: {
      kind: 'checklist',
      rubric: 0,
      // Birch gets half of its second point the first time, all of it the second.
      points: { a: { earned: model === 'Alder' ? 0 : 200 }, b: { earned: model === 'Birch' && !again ? 100 : 200 } },
    },
  }))
  expect(quality.repeatedBy).toEqual({ label: checklist.label, kind: 'checklist' })
  // Two items × two responses × two points; of those one in four differs.
  expect(quality.repeats).toMatchObject({ exact: { value: 0.75 }, withinOne: null, n: 8 })
})

test('labels are compared as a set; everybody together and each person', async () => {
  const quality = await repeated(choice, (model, again) => ({
    choice: { kind: 'choice', labels: model === 'Alder' ? ['wrong', 'unsafe'] : again ? ['unsafe'] : ['wrong'] },
  }))
  expect(quality.repeatedBy).toEqual({ label: 'Tags', kind: 'choice' })
  expect(quality.repeats).toMatchObject({ exact: { value: 0.5 }, n: 4 })
  expect(quality.annotators[0]?.repeats?.n).toBe(4)
})
