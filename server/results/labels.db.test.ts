import { afterAll, expect, test } from 'vitest'
import { criterionSchema, type Rating } from '@/criteria/schema'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect, sql } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { readyCriteria } from '../studies/ready-criteria'
import { getLabels } from './queries/get-labels'

afterAll(disconnect)

test('labels are counted per model over all judgments, and a response without one is judged all the same', async () => {
  const people = [await makeSignedIn(), await makeSignedIn()]
  const blank = presetProtocol('blank')
  const tags = criterionSchema.parse(readyCriteria['failure-tags'])
  const { studyId } = await makeStudy({
    models: ['Alder', 'Birch'],
    items: [{}, {}],
    memberIds: people.map(person => person.userId),
    protocol: { ...blank, criteria: [...blank.criteria, tags], annotatorsPerItem: 2 },
  })
  // Alder: wrong, and too long as the first annotator says. Birch: nothing. The second one cannot judge Alder's.
  for (const [index, person] of people.entries())
    for (let item = 0; item < 2; item++) {
      const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
      if (got.status !== 'assignment') throw new Error(got.reason)
      const slots = await sql<{ name: string }>(
        'test_slots',
        `SELECT m.name FROM assignments a JOIN places p ON p.id = a.place_id
           CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY s(id, slot)
           JOIN response_sources c ON c.response_id = s.id JOIN models m ON m.id = c.model_id
         WHERE a.id = $1 ORDER BY s.slot`,
        [got.assignment],
      )
      const ratings = slots.flatMap(({ name }, at): Rating[] => {
        const slot = at + 1
        if (name === 'Alder' && index === 1) return [{ criterion: 'score', slot, cannotJudge: 'Cut off' }]
        const labels = index === 0 ? ['wrong', 'long'] : ['wrong']
        return [
          { criterion: 'score', slot, value: 5 },
          ...(name === 'Alder' ? [{ criterion: tags.id, slot, choice: { kind: 'choice' as const, labels } }] : []),
        ]
      })
      const access = await makeAssignmentAccess(person.signInId, got.assignment)
      await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
    }
  const study = await requireOperatorStudy(studyId)
  await expect(getLabels({ ...study, sealed: true })).rejects.toMatchObject({ code: 'blinded' })
  await db.study.update({
    where: { id: studyId },
    data: { state: 'CLOSED', closedAt: new Date(), unblindedAt: new Date() },
  })
  const [found] = await getLabels(await requireOperatorStudy(studyId))
  const rows = found?.rows.map(row => [
    row.model.name,
    row.n,
    ...row.labels.flatMap(({ count }, index) => (count > 0 ? [`${found.labels[index]?.id} ${count}`] : [])),
  ])
  expect(rows).toEqual([
    ['Alder', 2, 'wrong 2', 'long 2'],
    ['Birch', 4],
  ])
  expect(found?.rows[0]?.labels[0]?.share).toBe(1)
})
