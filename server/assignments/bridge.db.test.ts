import { afterAll, expect, test } from 'vitest'
import { extendWithModel } from '@/prisma/builders/extend-with-model'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect, sql } from '../platform/db'
import { randomId } from '../platform/randomness'
import { applyFilter } from '../results/queries/apply-filter'
import { getBridge } from '../results/queries/get-bridge'
import { sumRatings } from '../results/queries/score-rows'
import { presetProtocol } from '../studies/presets'
import { continueStudy } from './commands/lease-assignment'
import { makeBridgePlaces } from './commands/make-bridge-places'

afterAll(disconnect)

const protocol = { ...presetProtocol('blank'), blindAdmins: false }
type Person = Awaited<ReturnType<typeof makeSignedIn>>

/** Judges all that a person can get; `scoreOf` by the response's text. Returns the texts of each assignment. */
async function judgeAll(person: Person, studyId: string, scoreOf: (text: string) => number): Promise<string[][]> {
  const seen: string[][] = []
  for (;;) {
    const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
    if (got.status !== 'assignment') return seen
    const access = await makeAssignmentAccess(person.signInId, got.assignment)
    const slots = await sql<{ text: string }>(
      'test_slots',
      `SELECT r.turns[1] AS text FROM assignments a JOIN places p ON p.id = a.place_id
         CROSS JOIN unnest(p.slot_order) WITH ORDINALITY o(id, slot) JOIN responses r ON r.id = o.id WHERE a.id = $1 ORDER BY o.slot`,
      [access.assignmentId],
    )
    seen.push(slots.map(slot => slot.text))
    const ratings = slots.map(({ text }, index) => ({ criterion: 'score', slot: index + 1, value: scoreOf(text) }))
    await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
  }
}

test('a model added to a closed study is judged beside anchors; old scores stay, the bridge shows the difference', async () => {
  const [admin, person] = await Promise.all([makeSignedIn({ role: 'ADMIN' }), makeSignedIn()])
  const { studyId, itemIds } = await makeStudy({
    models: ['old-1', 'old-2'],
    items: [{}, {}, {}, {}],
    memberIds: [person.userId],
    protocol,
  })
  const access = () => requireStudy(admin.signInId, studyId)
  const first = await judgeAll(person, studyId, text => (text.startsWith('Answer 1') ? 8 : 5))
  expect(first.map(texts => texts.length)).toEqual([2, 2, 2, 2])
  await extendWithModel(admin.signInId, studyId, itemIds)
  expect(await db.place.count({ where: { studyId, occasion: 'BRIDGE' } })).toBe(4)
  expect(await db.$transaction(tx => makeBridgePlaces(tx, studyId))).toEqual({ items: 0, places: 0 })

  const again = await judgeAll(person, studyId, text =>
    text.startsWith('New') ? 9 : text.startsWith('Answer 1') ? 7 : 4,
  )
  expect(again.map(texts => texts.filter(text => text.startsWith('New')).length)).toEqual([1, 1, 1, 1])
  expect(again.map(texts => texts.length)).toEqual([2, 2, 2, 2])

  const applied = await applyFilter(studyId)
  const { totals } = await sumRatings(applied, [...applied.values, 'score', [], []])
  const sums = new Map<string, bigint>()
  for (const { modelId: id, sum } of totals) sums.set(id, (sums.get(id) ?? 0n) + sum)
  const models = await db.model.findMany({ where: { studyId }, orderBy: { position: 'asc' } })
  expect(models.map(model => sums.get(model.id))).toEqual([32n, 20n, 36n])

  const scale = protocol.criteria.find(criterion => criterion.kind === 'scale')
  if (!scale) throw new Error('no scale')
  const bridge = await getBridge(await access(), scale)
  expect(bridge.map(row => [row.model.name, row.first, row.again, row.difference.value, row.difference.n])).toEqual([
    ['old-1', 8, 7, -1, 2],
    ['old-2', 5, 4, -1, 2],
  ])
})
