import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeStudy, preferSmaller } from '@/prisma/builders/judge-study'
import { makeAssignmentAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { reviseJudgment } from '../judgments/commands/submit-judgment'
import type { StudyAccess } from '../people/access'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { getPlan } from '../studies/queries/get-plan'
import { type ResultFilter, wholeStudy } from './filter'
import type { ItemSelection } from './items/item-selection'
import { makeReadable } from './make-draft-study'
import { findResultNeighbours } from './queries/find-result-neighbours'
import { getComparisons } from './queries/get-comparisons'
import { getItemJudgments } from './queries/get-item-judgments'
import { getItemOutcomes } from './queries/get-item-outcomes'
import { getObservedSpread } from './queries/get-observed-spread'
import { listResultItems, resultItemsPage } from './queries/list-result-items'

afterAll(disconnect)

const people = 2
const items = 60
/** What a person gives a model on an item, 0–10. */
const scoreOf = (item: number, model: number, person: number) => (item * 7 + model * (item % 5) + person * 3) % 11
const mean = (item: number, model: number) => (scoreOf(item, model, 0) + scoreOf(item, model, 1)) / 2
const names = (numbers: number[]) => numbers.map(number => `item-${number + 1}`)
const all = Array.from({ length: items }, (_, item) => item)

let access: StudyAccess
let study: Awaited<ReturnType<typeof makeStudy>>
let assignments: string[]
let signInId: string

beforeAll(async () => {
  const persons = await Promise.all(Array.from({ length: people }, () => makeSignedIn()))
  study = await makeStudy({
    protocol: { annotatorsPerItem: people },
    items: all.map(item => ({
      language: item < 40 ? 'en' : 'en-GB',
      prompt: item === 3 ? '100 % "sure"' : `Prompt ${item}`,
    })),
    memberIds: persons.map(person => person.userId),
  })
  for (const [person, { signInId: own }] of persons.entries()) {
    const judged = await judgeStudy(own, study, ({ item, slots }) =>
      slots.flatMap(([model = 0], index) => [
        { criterion: 'score', slot: index + 1, value: scoreOf(item, model, person) },
        {
          criterion: 'comment',
          slot: index + 1,
          text: `Item ${item}, model ${model}: person ${person} says 50%_${item}.`,
        },
      ]),
    )
    if (person === 0) assignments = judged
    if (person === 0) signInId = own
  }
  access = await makeReadable(await requireOperatorStudy(study.studyId))
}, 120_000)

const filter = wholeStudy
async function found(selection: Omit<ItemSelection, 'filter'>, over: Partial<ResultFilter> = {}) {
  const list: string[] = []
  let after: string | null | undefined
  do {
    const page = await listResultItems(access, { ...selection, filter: { ...filter, ...over } }, after ? { after } : {})
    expect(page.first).toBe(page.items.length === 0 ? 0 : list.length + 1)
    list.push(...page.items.map(item => item.externalId))
    after = page.after
    if (after === null) expect(page.count).toBe(list.length)
  } while (after)
  return list
}

describe('items behind a number', () => {
  const model = (number: number) => study.modelIds[number] ?? ''

  test('of a pair and an outcome, with the threshold of the protocol and another one, as by hand', async () => {
    for (const ties of [undefined, 0.5, 2]) {
      const outcome = (item: number, a: number, b: number) => {
        const difference = mean(item, a) - mean(item, b)
        return Math.abs(difference) <= (ties ?? 0) ? 'tie' : difference > 0 ? 'win' : 'loss'
      }
      const { rows } = await getComparisons(access, { ...(ties === undefined ? {} : { threshold: ties }) })
      for (const [a, b] of [
        [0, 1],
        [2, 1],
      ] as const)
        for (const wanted of ['win', 'tie', 'loss'] as const) {
          const naive = names(all.filter(item => outcome(item, a, b) === wanted))
          expect(
            await found({
              pair: [model(a), model(b)],
              outcome: wanted,
              ...(ties === undefined ? {} : { threshold: ties }),
            }),
          ).toEqual(naive)
          const cell = rows.find(row => row.model.id === model(a))?.cells.find(one => one?.opponent === model(b))
          expect(cell?.[wanted === 'win' ? 'wins' : wanted === 'tie' ? 'ties' : 'losses']).toBe(naive.length)
        }
    }
    const won = all.filter(item => mean(item, 0) > mean(item, 1) || mean(item, 0) > mean(item, 2))
    expect(await found({ model: model(0), outcome: 'win' })).toEqual(names(won))
  })

  test('of a model and a score, under the filter of the results', async () => {
    const naive = all.filter(item => [0, 1].some(person => scoreOf(item, 2, person) === 7))
    expect(await found({ model: model(2), score: 7 })).toEqual(names(naive))
    expect(await found({ model: model(2), score: 7 }, { languages: ['en-GB'] })).toEqual(
      names(naive.filter(item => item >= 40)),
    )
    expect(await found({})).toEqual(names(all))
    await expect(found({ model: randomId() })).rejects.toMatchObject({ code: 'invalid' })
    await expect(found({}, { languages: ['xx'] })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('are found again by id, prompt and comment; what stands for a pattern is taken literally', async () => {
    expect(await found({ search: 'item-60' })).toEqual(['item-60'])
    expect(await found({ search: '100 %' })).toEqual(['item-4'])
    expect(await found({ search: 'says 50%_12.' })).toEqual(['item-13'])
    const page = await listResultItems(access, { search: 'ITEM 12, model 1', filter })
    expect(page.items[0]?.comments).toEqual({ count: 2, first: 'Item 12, model 1: person 0 says 50%_12.' })
    expect(await found({ search: 'nowhere' })).toEqual([])
  })

  test('come page by page, forth and back, and know their neighbours', async () => {
    const first = await listResultItems(access, { filter })
    expect(first).toMatchObject({ count: items, first: 1, before: null })
    expect(first.items).toHaveLength(resultItemsPage)
    const second = await listResultItems(access, { filter }, { after: first.after ?? '' })
    expect(second).toMatchObject({ first: resultItemsPage + 1, after: null })
    const back = await listResultItems(access, { filter }, { before: second.before ?? '' })
    expect(back.items.map(item => item.id)).toEqual(first.items.map(item => item.id))
    expect(back).toMatchObject({ first: 1, before: null, after: first.after })
    const some = await found({ model: model(2), score: 7 })
    const idOf = (name: string | undefined) => study.itemIds[Number(name?.slice(5)) - 1] ?? null
    expect(await findResultNeighbours(access, { model: model(2), score: 7, filter }, idOf(some[1]) ?? '')).toEqual({
      previous: idOf(some[0]),
      next: idOf(some[2]),
      place: 2,
      count: some.length,
    })
  })

  test('say who won what, from the means over people', async () => {
    const outcomes = await getItemOutcomes(access, study.itemIds[7] ?? '')
    expect(outcomes?.map(one => [one.first.name, one.second.name, one.outcome, one.means])).toEqual(
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ].map(([a = 0, b = 0]) => {
        const [x, y] = [mean(7, a), mean(7, b)]
        return [`model-${a + 1}`, `model-${b + 1}`, x > y ? 'win' : x < y ? 'loss' : 'tie', [x, y]]
      }),
    )
  })
})

test('the spread of a study for planning another one is that of its paired differences', async () => {
  const variances = [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([a = 0, b = 0]) => {
    const differences = all.map(item => mean(item, a) - mean(item, b))
    const middle = differences.reduce((sum, one) => sum + one, 0) / items
    return differences.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (items - 1)
  })
  const found = await getObservedSpread(access)
  expect(found.deviation).toBeCloseTo(Math.sqrt(variances.reduce((sum, one) => sum + one, 0) / 3), 9)
  const plan = await getPlan(access, { wins: 40, losses: 30, items: 52 }, found)
  expect(plan?.assumptions.scores?.deviation).toBe(found.deviation)
  expect(1 - (plan?.assumptions.winShare ?? 0) - (plan?.assumptions.lossShare ?? 0)).toBeCloseTo(found.tieShare ?? 0, 9)
  expect(plan?.imported).toEqual({
    all: items,
    languages: [
      { language: 'en', items: 40 },
      { language: 'en-GB', items: 20 },
    ],
  })
  expect(plan?.rows.find(row => row.items === 40)?.languages).toEqual(['en'])
  const assumed = await getPlan(access, { items: 52 }, null)
  expect(assumed?.row.sign.power).toBeCloseTo(0.103, 3)
})

describe('all judgments of an item', () => {
  test('with models, words, earlier revisions and exclusions', async () => {
    const [assignmentId = ''] = assignments
    const { itemId } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { itemId: true } })
    const item = study.itemIds.indexOf(itemId)
    await db.study.update({ where: { id: study.studyId }, data: { state: 'OPEN', closedAt: null } })
    const content = { ratings: [1, 2, 3].map(slot => ({ criterion: 'score', slot, value: 10 })) }
    await reviseJudgment(await makeAssignmentAccess(signInId, assignmentId), { key: randomId(), content, activeMs: 1 })
    access = await makeReadable(await requireOperatorStudy(study.studyId))
    await db.judgment.updateMany({
      where: { itemId, isCurrent: true, assignmentId: { not: assignmentId } },
      data: { excludedAt: new Date(), excludedReason: 'Asleep' },
    })
    const judgments = await getItemJudgments(access, itemId)
    const revised = judgments.find(one => one.revision === 2)
    const modelAt = (slot: number) => Number(revised?.slots.find(one => one.slot === slot)?.labels[0]?.slice(6)) - 1
    expect(judgments).toHaveLength(people)
    expect(revised).toMatchObject({ isCounted: true, excluded: null, occasion: 'FIRST' })
    expect(revised?.annotator).toMatch(/^annotator-/)
    expect(revised?.entries.map(entry => entry.value)).toEqual(['10', '10', '10'])
    expect(revised?.earlier[0]?.entries.filter(entry => entry.criterion === 'score').map(entry => entry.value)).toEqual(
      [1, 2, 3].map(slot => `${scoreOf(item, modelAt(slot), 0)}`),
    )
    const other = judgments.find(one => one.revision === 1)
    expect(other).toMatchObject({ isCounted: false, excluded: { reason: 'Asleep', postHoc: true } })
    expect(other?.entries.filter(entry => entry.criterion === 'comment')).toHaveLength(3)
    expect(await getItemJudgments(access, randomId())).toEqual([])
  })

  test('are sealed while the study is blind', async () => {
    const person = await makeSignedIn()
    const preset = presetProtocol('preference')
    const pairs = {
      ...preset,
      overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
      criteria: preset.criteria.map(criterion => ({ ...criterion, asked: 1 })),
    }
    const blind = await makeStudy({
      protocol: pairs,
      items: [{ responses: ['same', 'same', 'other'] }, {}],
      memberIds: [person.userId],
    })
    await judgeStudy(person.signInId, blind, shown =>
      pairs.criteria.flatMap(({ id, kind }) => (kind === 'preference' ? [preferSmaller(id, shown)] : [])),
    )
    const sealed = await requireOperatorStudy(blind.studyId)
    for (const refused of [
      listResultItems(sealed, { filter }),
      getItemJudgments(sealed, blind.itemIds[0] ?? ''),
      getItemOutcomes(sealed, blind.itemIds[0] ?? ''),
      findResultNeighbours(sealed, { filter }, blind.itemIds[0] ?? ''),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'blinded' })
    // Identical responses are ties that nobody was asked about: the items behind the number are there all the same.
    const open = await makeReadable(sealed)
    const [one = '', two = ''] = blind.modelIds
    const tied = await listResultItems(open, { pair: [one, two], outcome: 'tie', filter })
    expect(tied.items.map(item => [item.externalId, item.sign])).toEqual([['item-1', 0]])
    const won = await listResultItems(open, { pair: [two, one], outcome: 'loss', filter })
    expect(won.items.map(item => [item.externalId, item.sign])).toEqual([['item-2', -1]])
    const shown = await getItemJudgments(open, blind.itemIds[1] ?? '')
    expect(shown[0]?.entries.find(entry => entry.criterion === 'overall')).toMatchObject({
      prefer: expect.stringMatching(/^[ab]$/),
    })
  })
})
