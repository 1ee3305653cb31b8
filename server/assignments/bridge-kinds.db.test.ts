import { afterAll, expect, test } from 'vitest'
import { extendWithModel } from '@/prisma/builders/extend-with-model'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import type { Rating } from '../../criteria/schema'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect, sql } from '../platform/db'
import { randomId } from '../platform/randomness'
import { readResultFilter } from '../results/filter'
import { countBridgeComparisons } from '../results/queries/count-bridge-comparisons'
import { getBridge } from '../results/queries/get-bridge'
import { getRubricBridge } from '../results/queries/get-rubric-bridge'
import { checklistsOf } from '../results/queries/get-rubric-scores'
import { responseScales } from '../results/response-scales'
import { presetProtocol } from '../studies/presets'
import type { Protocol } from '../studies/schema'
import { continueStudy } from './commands/lease-assignment'
import { makePlaces } from './commands/make-places'
import { refreshEligibility } from './commands/refresh-eligibility'

afterAll(disconnect)

type Person = Awaited<ReturnType<typeof makeSignedIn>>
type Rate = (texts: string[], item: number) => Rating[]

/** Judges all that a person can get; `rate` by the responses' texts, slot A first. */
async function judgeAll(person: Person, studyId: string, itemIds: string[], rate: Rate) {
  for (;;) {
    const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
    if (got.status !== 'assignment') return
    const access = await makeAssignmentAccess(person.signInId, got.assignment)
    const slots = await sql<{ text: string; item: string }>(
      'test_slots_of_items',
      `SELECT r.turns[1] AS text, r.item_id AS item FROM assignments a JOIN places p ON p.id = a.place_id
         CROSS JOIN unnest(p.slot_order) WITH ORDINALITY o(id, slot) JOIN responses r ON r.id = o.id WHERE a.id = $1 ORDER BY o.slot`,
      [access.assignmentId],
    )
    const ratings = rate(
      slots.map(slot => slot.text),
      itemIds.indexOf(slots[0]?.item ?? ''),
    )
    await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
  }
}

async function made(protocol: Protocol, prepare?: (itemIds: string[]) => Promise<void>) {
  const [admin, person] = await Promise.all([makeSignedIn({ role: 'ADMIN' }), makeSignedIn()])
  const { studyId, itemIds } = await makeStudy({
    models: ['old-1', 'old-2'],
    items: [{}, {}],
    memberIds: [person.userId],
    open: false,
    protocol: {
      ...protocol,
      blindAdmins: false,
      annotatorsPerItem: 1,
      overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
      minimumProficiency: 'BASIC',
      bridgeAnchors: 2,
    },
  })
  await prepare?.(itemIds)
  await db.$transaction(async tx => {
    await tx.study.update({ where: { id: studyId }, data: { state: 'OPEN', openedAt: new Date() } })
    await makePlaces(tx, studyId)
    await refreshEligibility(tx, { studyId })
  })
  return {
    studyId,
    itemIds,
    access: () => requireStudy(admin.signInId, studyId),
    judge: (rate: Rate) => judgeAll(person, studyId, itemIds, rate),
    extend: () => extendWithModel(admin.signInId, studyId, itemIds),
  }
}

const isOld = (number: number, text: string) => text.startsWith(`Answer ${number}`)
const isNew = (text: string) => text.startsWith('New')

test('a rubric has a bridge in points of 100, without what an earlier version of it was judged by', async () => {
  const preset = presetProtocol('expert-rubric')
  const [checklist] = checklistsOf(preset)
  if (!checklist) throw new Error('no checklist')
  const point = (id: string, maximum: number) => ({ id, text: id, maximum, grading: 'points', weight: null })
  const { judge, extend, access, itemIds } = await made(
    { ...preset, criteria: [checklist], quality: { ...preset.quality, disagreement: null } },
    async ids => {
      for (const [index, itemId] of ids.entries()) {
        const points = index === 0 ? [point('a', 3), point('b', 4)] : [point('a', 10)]
        await db.rubric.create({ data: { itemId, version: 1, points } })
      }
    },
  )
  /** Points earned of a and b. */
  const rate =
    (grades: (text: string, item: number) => number[]): Rate =>
    (texts, item) =>
      texts.map((text, index) => {
        const earned = grades(text, item).map(grade => ({ earned: grade * 100, reason: 'Because.' }))
        const points = Object.fromEntries(earned.map((grade, at) => [at === 0 ? 'a' : 'b', grade]))
        return { criterion: checklist.id, slot: index + 1, choice: { kind: 'checklist', rubric: 1, points } }
      })
  await judge(rate((text, item) => (item === 0 ? (isOld(1, text) ? [3, 4] : [0, 2]) : isOld(1, text) ? [10] : [1])))
  await extend()
  await judge(
    rate((text, item) =>
      isNew(text)
        ? item === 0
          ? [3, 4]
          : [10]
        : item === 0
          ? isOld(1, text)
            ? [3, 0]
            : [0, 2]
          : isOld(1, text)
            ? [5]
            : [1],
    ),
  )

  const bridge = await getRubricBridge(await access(), checklist)
  expect(bridge.map(row => [row.model.name, row.difference.n])).toEqual([
    ['old-1', 2],
    ['old-2', 2],
  ])
  const [first, second] = bridge
  // old-1: 7/7 and 10/10, then 3/7 and 5/10: (300/7 + 50) / 2 = 650/14, so 750/14 less.
  expect(first?.first).toBe(100)
  expect(first?.again).toBeCloseTo(650 / 14, 12)
  expect(first?.difference.value).toBeCloseTo(-750 / 14, 12)
  // old-2: 2/7 and 1/10 both times: (200/7 + 10) / 2 = 270/14.
  expect(second?.first).toBeCloseTo(270 / 14, 12)
  expect(second?.difference).toMatchObject({ value: 0, reason: 'all-ties' })

  await db.rubric.create({ data: { itemId: itemIds[0] ?? '', version: 2, points: [point('a', 3), point('c', 4)] } })
  const newest = await getRubricBridge(await access(), checklist)
  expect(newest.map(row => [row.first, row.again, row.difference.n])).toEqual([
    [100, 50, 1],
    [10, 10, 1],
  ])
})

test('every scale of the responses has a bridge', async () => {
  const blank = presetProtocol('blank')
  const [score] = responseScales(blank)
  if (!score) throw new Error('no scale')
  const criteria = [score, { ...score, id: 'style', label: 'Style' }]
  const { judge, extend, access } = await made({ ...blank, criteria })
  const rate =
    (value: number, style: number): Rate =>
    texts =>
      texts.flatMap((_, index) => [
        { criterion: 'score', slot: index + 1, value },
        { criterion: 'style', slot: index + 1, value: style },
      ])
  await judge(rate(8, 3))
  await extend()
  await judge(rate(8, 5))
  const means = async (id: string) =>
    (await getBridge(await access(), { ...score, id })).map(({ first, again }) => [first, again])
  expect(await means('score')).toEqual([
    [8, 8],
    [8, 8],
  ])
  expect(await means('style')).toEqual([
    [3, 5],
    [3, 5],
  ])
})

test('preferences and rankings are linked by the comparisons of the new model with its anchors', async () => {
  const preference = presetProtocol('preference')
  const overall = preference.criteria.filter(({ id }) => id === 'overall')
  const pairs = await made({ ...preference, criteria: overall, batches: null })
  const prefer: Rate = () => [
    { criterion: 'overall', slot: 0, choice: { kind: 'preference', prefer: 'a', strength: 1 } },
  ]
  const count = async (of: typeof pairs, criterion: string, language?: string) =>
    countBridgeComparisons(await of.access(), criterion, readResultFilter({ language }))
  await pairs.judge(prefer)
  expect(await count(pairs, 'overall')).toBe(0)
  await pairs.extend()
  await pairs.judge(prefer)
  // Two items, two anchors each.
  expect(await count(pairs, 'overall')).toBe(4)
  expect(await count(pairs, 'overall', 'en')).toBe(4)
  await expect(count(pairs, 'overall', 'zh')).rejects.toMatchObject({ code: 'invalid' })

  const ranking = presetProtocol('ranking')
  const criteria = ranking.criteria.filter(({ kind }) => kind === 'ranking')
  const ranked = await made({ ...ranking, criteria })
  const id = criteria[0]?.id ?? ''
  const rank: Rate = texts => texts.map((_, index) => ({ criterion: id, slot: index + 1, value: index + 1 }))
  await ranked.judge(rank)
  await ranked.extend()
  await ranked.judge(rank)
  expect(await count(ranked, id)).toBe(4)
})
