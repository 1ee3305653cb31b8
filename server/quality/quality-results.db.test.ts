import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeStudy } from '@/prisma/builders/judge-study'
import { makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { makeReadable } from '../results/make-draft-study'
import { getComputed } from '../results/queries/get-computed'
import { positionAudit } from '../statistics/design/position-audit'
import { getAnnotatorCare } from './queries/get-annotator-care'
import { getFlow } from './queries/get-flow'
import { getPositionAudit } from './queries/get-position-audit'

afterAll(disconnect)

/** Models in the order of the slots, and what each slot got. */
type Judged = { models: number[]; scores: number[]; person: number; item: number }

const people = 3
const items = 12
let study: Awaited<ReturnType<typeof makeStudy>>
let persons: Awaited<ReturnType<typeof makeSignedIn>>[]
const judged: Judged[] = []

beforeAll(async () => {
  persons = await Promise.all(Array.from({ length: people }, () => makeSignedIn()))
  study = await makeStudy({
    protocol: { annotatorsPerItem: people, order: 'random' },
    items: Array.from({ length: items }, () => ({})),
    memberIds: persons.map(person => person.userId),
  })
  for (const [person, { signInId }] of persons.entries())
    await judgeStudy(signInId, study, ({ item, slots }) => {
      const models = slots.map(([model = 0]) => model)
      const scores = models.map(model => 4 + ((item * 5 + model * 3 + person * (item % 2)) % 7))
      judged.push({ models, scores, person, item })
      return scores.map((value, index) => ({ criterion: 'score', slot: index + 1, value }))
    })
}, 120_000)

const sealed = () => requireOperatorStudy(study.studyId)

describe('quality of results', () => {
  test('positions are counted as they were shown; their models are withheld while the study is blind', async () => {
    const shown = [0, 1, 2].map(model => [0, 1, 2].map(slot => judged.filter(one => one.models[slot] === model).length))
    const naive = positionAudit(shown)
    const [first, second] = [1, -1].map(
      sign => judged.filter(({ scores: [a = 0, b = 0] }) => Math.sign(a - b) === sign).length,
    )
    const blind = await getPositionAudit(await sealed())
    expect(blind.balance).toMatchObject({ degreesOfFreedom: 4, judgments: judged.length, tables: [] })
    expect(blind.balance.q).toBeCloseTo(naive.q ?? Number.NaN, 9)
    expect(blind.firstSlot).toHaveLength(1)
    expect(blind.firstSlot[0]).toMatchObject({
      criterion: 'score',
      ties: judged.length - (first ?? 0) - (second ?? 0),
      rate: { n: (first ?? 0) + (second ?? 0), value: (first ?? 0) / ((first ?? 0) + (second ?? 0)) },
    })
    const open = await getPositionAudit(await makeReadable(await sealed()))
    expect(open.balance.tables).toEqual([
      { models: ['model-1', 'model-2', 'model-3'], shown, judgments: judged.length },
    ])
  })

  test('agreement has every pair, also while the study is blind', async () => {
    await db.study.update({ where: { id: study.studyId }, data: { state: 'OPEN', closedAt: null, unblindedAt: null } })
    const access = await sealed()
    expect(access.sealed).toBe(true)
    const found = await getComputed(access, 'agreement')
    if (found.state !== 'ready') throw new Error('a small study is computed at once')
    const [score] = found.value
    expect(score?.alpha).toMatchObject({ units: 3 * items, n: 3 * items * people })
    expect(score?.intraclass?.kind).toBe(2)
    const scoresOf = (person: number) =>
      new Map(
        judged
          .filter(one => one.person === person)
          .flatMap(({ item, models, scores }) =>
            models.map((model, slot) => [`${item} ${model}`, scores[slot]] as const),
          ),
      )
    const names = await Promise.all(
      persons.map(async ({ userId }) => (await db.user.findUniqueOrThrow({ where: { id: userId } })).pseudonym),
    )
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const [one, other] = [scoresOf(a), scoresOf(b)]
      const equal = [...one].filter(([unit, value]) => other.get(unit) === value).length / one.size
      const pair = score?.pairwise.pairs.find(
        ({ first, second }) => [first, second].sort().join() === [names[a], names[b]].sort().join(),
      )
      expect(pair).toMatchObject({ n: 3 * items, equal })
    }
  })

  test('the flow counts what was left out, by reason and by model, and what was so too late', async () => {
    await db.judgment.updateMany({
      where: { studyId: study.studyId, itemId: study.itemIds[0] ?? '' },
      data: { excludedAt: new Date(), excludedReason: 'Bad prompt' },
    })
    const one = await db.judgment.findFirstOrThrow({ where: { itemId: study.itemIds[1] ?? '' } })
    await db.judgment.update({ where: { id: one.id }, data: { excludedAt: new Date(0), excludedReason: 'Asleep' } })
    const blind = await getFlow(await sealed())
    expect(blind.models).toBeNull()
    expect(blind.items).toEqual({ imported: items, judged: items - 1, judgedAtAll: items, checking: 0 })
    expect(blind.judgments).toMatchObject({
      submitted: judged.length,
      excluded: people + 1,
      counted: judged.length - people - 1,
      repeats: 0,
    })
    expect(blind.reasons).toEqual([
      { reason: 'Bad prompt', judgments: people, postHoc: 0 },
      { reason: 'Asleep', judgments: 1, postHoc: 0 },
    ])
    const open = await getFlow(await makeReadable(await sealed()))
    expect(open.reasons[0]).toMatchObject({ postHoc: people })
    expect(open.reasons[1]).toMatchObject({ postHoc: 0 })
    expect(open.models).toEqual(
      [1, 2, 3].map(number => ({
        model: `model-${number}`,
        responses: items,
        refused: 0,
        truncated: 0,
        failed: 0,
        notCollected: 0,
        judged: items - 1,
        counted: judged.length - people - 1,
        excluded: people + 1,
        cannotJudge: 0,
      })),
    )
  })

  test('care is told by pseudonym, with no name in it', async () => {
    const care = await getAnnotatorCare(await sealed())
    expect(care.annotators).toHaveLength(people)
    expect(care.annotators[0]).toMatchObject({
      judged: items,
      medianMs: expect.any(Number),
      gold: { n: 0 },
      repeats: null,
    })
    const users = await db.user.findMany({ where: { id: { in: persons.map(person => person.userId) } } })
    for (const { name, email, id } of users)
      for (const secret of [name, email, id]) expect(JSON.stringify(care)).not.toContain(secret)
  })
})
