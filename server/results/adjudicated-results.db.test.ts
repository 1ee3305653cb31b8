import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Criterion, Rating } from '@/criteria/schema'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { setAdjudicator } from '../adjudication/commands/decide-disagreement'
import { findDisagreements } from '../adjudication/commands/find-disagreements'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { makeExportRows } from '../exports/make-export-file'
import { revealAssignment } from '../judgments/commands/reveal-assignment'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import type { AssignmentAccess, StudyAccess } from '../people/access'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect, sql } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import type { CountedJudgments, ResultFilter } from './filter'
import { makeReadable } from './make-draft-study'
import { getComparisons } from './queries/get-comparisons'
import { getFurtherScores } from './queries/get-further-scores'
import { getRanks } from './queries/get-ranks'
import { getRubricScores } from './queries/get-rubric-scores'
import { getScores } from './queries/get-scores'
import { listPreferenceGraphs } from './queries/list-preference-graphs'

afterAll(disconnect)

/** The criterion of a kind, as a preset has it, under the id of its kind. */
function criterionOf(preset: Parameters<typeof presetProtocol>[0], kind: Criterion['kind']) {
  const found = presetProtocol(preset).criteria.findLast(one => one.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return { ...found, id: kind, asked: 1 }
}
const point = { id: 'p', text: 'Right', maximum: 10, grading: 'points' as const, weight: null }
const checklist = {
  ...criterionOf('expert-rubric', 'checklist'),
  points: { from: 'protocol' as const, points: [point] },
  reasons: 'none' as const,
}
const criteria = [
  criterionOf('blank', 'scale'),
  criterionOf('preference', 'preference'),
  criterionOf('ranking', 'ranking'),
  checklist,
  criterionOf('translation', 'spans'),
] as Criterion[]

/** Everything that somebody says who gives the two responses these scores: the higher one is better in every way. */
function ratingsOf(scores: readonly [number, number]): Rating[] {
  const [a, b] = scores
  const sign = Math.sign(a - b)
  const prefer = ({ 1: 'a', 0: 'tie', [-1]: 'b' } as const)[sign as 1 | 0 | -1]
  const minor = { part: 'response' as const, turn: 0, category: 'grammar', severity: 'minor' }
  return scores
    .flatMap((score, index): Rating[] => {
      const at = { slot: index + 1 }
      const spans = Array.from({ length: 9 - score }, (_, start) => ({ ...minor, start, end: start + 1 }))
      return [
        { ...at, criterion: 'scale', value: score },
        { ...at, criterion: 'ranking', value: score === Math.max(a, b) ? 1 : 2 },
        {
          ...at,
          criterion: 'checklist',
          choice: { kind: 'checklist', rubric: 0, points: { p: { earned: score * 100 } } },
        },
        ...(spans.length === 0 ? [] : [{ ...at, criterion: 'spans', choice: { kind: 'spans' as const, spans } }]),
      ]
    })
    .concat({
      criterion: 'preference',
      slot: 0,
      choice: { kind: 'preference', prefer, strength: prefer === 'tie' ? null : 1 },
    })
}

type Person = Awaited<ReturnType<typeof makeSignedIn>>
/** Scores of model 1 and model 2, for the first and the second item. */
type Pair = readonly [number, number]

async function next(
  person: Person,
  studyId: string,
): Promise<{ access: AssignmentAccess; item: string; first: string }> {
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  if (got.status !== 'assignment') throw new Error('nothing to judge')
  const [row] = await sql<{ item: string; first: string }>(
    'test_adjudicated_slots',
    `SELECT p.item_id AS item, s.model_id AS first FROM assignments a JOIN places p ON p.id = a.place_id
       JOIN response_sources s ON s.response_id = p.slot_order[1] WHERE a.id = $1`,
    [got.assignment],
  )
  return { access: await makeAssignmentAccess(person.signInId, got.assignment), item: '', first: '', ...row }
}

let study: StudyAccess
beforeAll(async () => {
  const people = [await makeSignedIn(), await makeSignedIn(), await makeSignedIn()] as const
  const made = await makeStudy({
    models: ['one', 'two'],
    items: [{}, {}],
    memberIds: people.map(person => person.userId),
    protocol: {
      ...presetProtocol('blank'),
      criteria,
      comparison: { show: 'pairs', design: 'every-pair', pairsPerItem: null },
      overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
      annotatorsPerItem: 2,
      quality: { ...presetProtocol('blank').quality, disagreement: { criterion: 'scale', difference: 2 } },
    },
  })
  const { studyId, itemIds, modelIds } = made
  const inSlots = ([one, two]: Pair, first: string): Pair => (first === modelIds[0] ? [one, two] : [two, one])
  const judge = async (person: Person, ...byItem: [Pair, Pair]) => {
    for (let turn = 0; turn < 2; turn++) {
      const { access, item, first } = await next(person, studyId)
      const ratings = ratingsOf(inSlots(byItem[itemIds.indexOf(item)] ?? [0, 0], first))
      await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
    }
  }
  await judge(people[0], [9, 4], [7, 5])
  await judge(people[1], [3, 4], [6, 5])
  await findDisagreements()
  const admin = await requireOperatorStudy(studyId)
  await setAdjudicator(admin, { userId: people[2].userId, isAdjudicator: true })
  // Reads both as equally good at first, and decides otherwise after having seen the others.
  const { access, item, first } = await next(people[2], studyId)
  expect([access.occasion, item]).toEqual(['ADJUDICATION', itemIds[0]])
  await revealAssignment(access, { content: { ratings: ratingsOf([5, 5]) }, activeMs: 0 })
  await submitJudgment(await makeAssignmentAccess(people[2].signInId, access.assignmentId), {
    key: randomId(),
    content: { ratings: ratingsOf(inSlots([2, 8], first)) },
    activeMs: 0,
  })
  study = await makeReadable(admin)
})

const overall = (tables: { rows: { overall: { mean: string | null; n: number } }[] }[]) =>
  tables[0]?.rows.map(row => [row.overall.mean, row.overall.n])

const filterOf = (judgments: CountedJudgments): ResultFilter => ({ judgments, without: [] })

test('scores: the decision stands in the place of what it decides, and nothing else changes', async () => {
  const original = await getScores(study)
  // Item 1: (9 + 3) / 2 = 6 and 4; item 2: 6.5 and 5.
  expect(overall(original.tables)).toEqual([
    ['6.25', 2],
    ['4.5', 2],
  ])
  expect(original).toMatchObject({ filter: { judgments: 'original' }, adjudicated: 1, live: 4, annotators: 2 })
  const adjudicated = await getScores(study, { filter: filterOf('adjudicated') })
  // Item 1: 2 and 8, never the 5 of the first reading.
  expect(overall(adjudicated.tables)).toEqual([
    ['4.25', 2],
    ['6.5', 2],
  ])
  expect(adjudicated).toMatchObject({ filter: { judgments: 'adjudicated' }, adjudicated: 1, live: 3, annotators: 3 })
  expect(adjudicated.scoreCounts.reduce((sum, row) => sum + row.ratings, 0)).toBe(6)
})

test('further results: marks, checklists, comparisons, ranks', async () => {
  const of = async (judgments: CountedJudgments) => {
    const filter = filterOf(judgments)
    const signs: Record<string, number> = { a: 1, b: -1, tie: 0 }
    const signOf = ({ outcome = '' }: Record<string, string>) => signs[outcome]
    const scores = await getScores(study, { filter })
    const one = scores.models.find(model => model.name === 'one')
    const { penalties, final } = await getFurtherScores(study, scores)
    const [pair] = (await getComparisons(study, { filter })).pairs
    const isFirst = pair?.first === one?.id
    const graphs = await listPreferenceGraphs(study, { filter })
    const ranks = await getRanks(study, { criterion: 'ranking', filter })
    return {
      final: final.length,
      marks: penalties[0]?.rows.map(row => [row.display, row.marks[0]]),
      points: overall((await getRubricScores(study, { filter })).tables)?.map(([mean]) => mean),
      pair: [isFirst ? pair?.wins : pair?.losses, pair?.ties, isFirst ? pair?.losses : pair?.wins, pair?.judgments],
      items: (await makeExportRows(study, 'comparisons', { filter })).map(row => [signOf(row), Number(row.judgments)]),
      byScores: (await makeExportRows(study, 'comparisons', { filter, options: { criterion: 'scale' } })).map(signOf),
      contradicted: graphs?.contradicted,
      ranks: ranks?.models.map(row => [row.model.name, row.meanRank]),
    }
  }
  expect(await of('original')).toEqual({
    final: 0,
    // Marks: 9 − score. Item 1: 0 + 6 and 5 + 5, item 2: 2 + 3 and 4 + 4; means 3, 5 and 2.5, 4.
    marks: [
      ['2.75', 11],
      ['4.50', 18],
    ],
    points: ['62.5', '45'],
    // Item 1: one says the first, one says the second.
    pair: [1, 1, 0, 4],
    items: [
      [0, 2],
      [1, 2],
    ],
    byScores: [1, 1],
    contradicted: 1,
    ranks: [
      ['one', 1.25],
      ['two', 1.75],
    ],
  })
  expect(await of('adjudicated')).toEqual({
    final: 0,
    // Item 1: 7 and 1.
    marks: [
      ['4.75', 12],
      ['2.50', 9],
    ],
    points: ['42.5', '65'],
    pair: [1, 0, 1, 3],
    items: [
      [-1, 1],
      [1, 2],
    ],
    byScores: [-1, 1],
    contradicted: 0,
    ranks: [
      ['one', 1.5],
      ['two', 1.5],
    ],
  })
})

test('downloads carry the same judgments, and say which are decisions', async () => {
  const scores = async (judgments: CountedJudgments) => {
    const rows = await makeExportRows(study, 'judgments', { filter: filterOf(judgments) })
    return rows.map(row => [row.model, row.score, row.score_after].join(' ')).sort()
  }
  expect(await scores('original')).toEqual(
    ['one 3 ', 'one 6 ', 'one 7 ', 'one 9 ', 'two 4 ', 'two 4 ', 'two 5 ', 'two 5 '].sort(),
  )
  expect(await scores('adjudicated')).toEqual(['one 2 ', 'one 6 ', 'one 7 ', 'two 5 ', 'two 5 ', 'two 8 '].sort())

  const ratings = async ({ judgments = 'original', all = false }: { judgments?: CountedJudgments; all?: boolean }) => {
    const rows = await makeExportRows(study, 'ratings', { options: { all }, filter: filterOf(judgments) })
    return rows.filter(row => row.criterion === 'scale').map(row => `${row.occasion} ${row.value} ${row.first_value}`)
  }
  expect((await ratings({})).every(row => row.startsWith('first'))).toBe(true)
  const decided = ['adjudication 2 5', 'adjudication 8 5']
  expect((await ratings({ judgments: 'adjudicated' })).toSorted()).toEqual([
    ...decided,
    'first 5 ',
    'first 5 ',
    'first 6 ',
    'first 7 ',
  ])
  // With everything there are both, so that either can be computed.
  const everything = await ratings({ all: true })
  expect(everything).toEqual(expect.arrayContaining([...decided, 'first 9 ', 'first 3 ']))
  expect(everything).toHaveLength(10)
})

test('a decision that was left out decides nothing', async () => {
  const where = { studyId: study.studyId, occasion: 'ADJUDICATION' as const }
  await db.judgment.updateMany({ where, data: { excludedAt: new Date(), excludedReason: 'In haste' } })
  const { tables, adjudicated } = await getScores(study, { filter: filterOf('adjudicated') })
  expect(adjudicated).toBe(0)
  expect(overall(tables)).toEqual([
    ['6.25', 2],
    ['4.5', 2],
  ])
})
