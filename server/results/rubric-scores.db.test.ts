import { createReadStream, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import type { Rubric } from '../../criteria/checklist/schema'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { makePlaces } from '../assignments/commands/make-places'
import { refreshEligibility } from '../assignments/commands/refresh-eligibility'
import { importFile } from '../items/commands/import-file'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import type { AssignmentAccess } from '../people/access'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { makeReadable } from './make-draft-study'
import { getRubricScores } from './queries/get-rubric-scores'

afterAll(disconnect)

type Grade = (model: string, point: Rubric['points'][number], person: number) => number

/** Everybody judges everything: `grade` gives hundredths by the model's name, which the test alone looks up. */
async function judgeAll(studyId: string, people: string[], grade: Grade) {
  for (const [person, signInId] of people.entries())
    for (;;) {
      const got = await continueStudy(await makeMemberAccess(signInId, studyId))
      if (got.status !== 'assignment') break
      await judge(await makeAssignmentAccess(signInId, got.assignment), grade, person)
    }
}

async function judge(access: AssignmentAccess, grade: Grade, person: number) {
  const { place } = await db.assignment.findUniqueOrThrow({
    where: { id: access.assignmentId },
    select: { place: { select: { slotOrder: true } } },
  })
  const sources = await db.responseSource.findMany({
    where: { responseId: { in: place.slotOrder } },
    select: { responseId: true, model: { select: { name: true } } },
  })
  const { rubric } = access
  if (!rubric) throw new Error('no rubric')
  const ratings = place.slotOrder.map((id, index) => {
    const model = sources.find(source => source.responseId === id)?.model.name ?? ''
    const points = rubric.points.map(
      point => [point.id, { earned: grade(model, point, person), reason: 'Because.' }] as const,
    )
    const choice = { kind: 'checklist' as const, rubric: rubric.version, points: Object.fromEntries(points) }
    return { criterion: 'points', slot: index + 1, choice }
  })
  await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
}

async function openWith(studyId: string) {
  await db.$transaction(async tx => {
    await tx.study.update({ where: { id: studyId }, data: { state: 'OPEN', openedAt: new Date() } })
    await makePlaces(tx, studyId)
    await refreshEligibility(tx, { studyId })
  })
}

const point = (id: string, maximum: number): Rubric['points'][number] => ({
  id,
  text: id,
  maximum,
  grading: 'points',
  weight: null,
})

async function made(statuses: { failed?: 'minimum' | 'missing' } = {}) {
  const people = [await makeSignedIn(), await makeSignedIn()]
  const preset = presetProtocol('expert-rubric')
  const study = await makeStudy({
    models: ['good', 'poor'],
    items: [{ category: 'math' }, { category: 'code' }],
    memberIds: people.map(person => person.userId),
    protocol: { ...preset, minimumProficiency: 'BASIC', statusRules: { ...preset.statusRules, ...statuses } },
    open: false,
  })
  for (const [index, itemId] of study.itemIds.entries())
    await db.rubric.create({
      data: { itemId, version: 1, points: index === 0 ? [point('a', 3), point('b', 4)] : [point('a', 10)] },
    })
  await openWith(study.studyId)
  return { ...study, people: people.map(person => person.signInId) }
}
const readable = async (studyId: string) => makeReadable(await requireOperatorStudy(studyId))

describe('scores by rubric', () => {
  test('average annotators within an item, then items; excluded judgments do not count', async () => {
    const { studyId, people } = await made()
    await expect(getRubricScores(await requireOperatorStudy(studyId))).rejects.toMatchObject({ code: 'blinded' })
    await judgeAll(studyId, people, (model, { maximum }, person) =>
      model === 'good' ? maximum * 100 : person === 0 ? 100 : 0,
    )
    const access = await readable(studyId)
    const { tables } = await getRubricScores(access)
    const cells = (table = tables[0]) =>
      table?.rows.map(({ model, overall, byCategory }) => [
        model.name,
        overall.mean,
        ...byCategory.map(cell => cell.display),
      ])
    // poor: (2/7 + 0) / 2 = 1/7 and (1/10 + 0) / 2 = 1/20; their mean is 27/280.
    expect(cells()?.map(row => row.slice(0, 2))).toEqual([
      ['good', '100'],
      ['poor', '9.642857142857'],
    ])
    expect(cells()?.[1]?.slice(2).sort()).toEqual(['14.3', '5.0'])
    expect(tables[0]?.rates[0]?.strict).toMatchObject({ value: 1, n: 2 })
    expect(tables[0]?.rates[1]?.strict).toMatchObject({ value: 0, n: 2 })
    expect(tables[0]?.rates[1]?.points.n).toBe(3)

    const [first] = people
    const signIn = await db.signIn.findUniqueOrThrow({ where: { id: first ?? '' } })
    await db.judgment.updateMany({
      where: { studyId, userId: signIn.userId },
      data: { excludedAt: new Date(), excludedReason: 'Not at work that day.' },
    })
    expect(cells((await getRubricScores(access)).tables[0])?.map(row => row[1])).toEqual(['100', '0'])
  })

  test('give a failed response the minimum where the protocol says so, and leave it out where it says that', async () => {
    for (const failed of ['minimum', 'missing'] as const) {
      const { studyId, itemIds, modelIds, people } = await made({ failed })
      await judgeAll(studyId, people, (_, { maximum }) => maximum * 100)
      await db.response.updateMany({
        where: { itemId: itemIds[0], source: { modelId: modelIds[1] } },
        data: { status: 'FAILED' },
      })
      const { tables } = await getRubricScores(await readable(studyId))
      const poor = tables[0]?.rows[1]?.overall
      expect([poor?.n, poor?.mean]).toEqual(failed === 'minimum' ? [2, '50'] : [1, '100'])
      expect(tables[0]?.rates[1]?.strict.n).toBe(failed === 'minimum' ? 2 : 1)
    }
  })
})

// Published questions and rubrics that are not part of this repository. ASSAY_REFERENCE_DIR names a folder with data/.
const file = path.join(
  process.env.ASSAY_REFERENCE_DIR ?? '',
  'data',
  'rubric',
  'scholarqa-cs-40x4-weighted-rubrics.jsonl',
)
if (!existsSync(file)) console.info('skipped: ASSAY_REFERENCE_DIR names no folder with data/rubric/scholarqa-cs-…')

describe.skipIf(!existsSync(file))('published weighted rubrics', () => {
  test('are judged and come to the weighted means, exactly', async () => {
    const people = [await makeSignedIn(), await makeSignedIn()]
    const { studyId } = await makeStudy({
      items: [],
      models: [],
      open: false,
      memberIds: people.map(person => person.userId),
      protocol: { ...presetProtocol('expert-rubric'), minimumProficiency: 'BASIC' },
    })
    const study = await requireOperatorStudy(studyId)
    const source = { fileName: 'rubrics.jsonl', byteSize: statSync(file).size, read: () => createReadStream(file) }
    expect(await importFile({ study, source })).toMatchObject({ status: 'imported' })
    await openWith(studyId)
    // The first point in full, the second half where it can be, the others not.
    const part = (index: number, person: number) => (index === 0 ? 1 : index === 1 && person === 0 ? 1 : 0)
    const rubrics = await db.rubric.findMany({ where: { item: { studyId } }, select: { points: true } })
    const order = new Map<Rubric['points'][number]['text'], number>()
    for (const { points } of rubrics)
      for (const [index, one] of (points as Rubric['points']).entries()) order.set(one.text, index)
    await judgeAll(
      studyId,
      people.map(person => person.signInId),
      (_, { text, maximum }, person) => part(order.get(text) ?? 9, person) * maximum * 100,
    )
    const { tables, outdated } = await getRubricScores(await readable(studyId))
    const means = rubrics.map(({ points }) => {
      const weights = (points as Rubric['points']).map(one => one.weight ?? one.maximum)
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const share = (person: number) =>
        weights.reduce((total, weight, index) => total + weight * part(index, person), 0) / sum
      return (share(0) + share(1)) / 2
    })
    const expected = (100 * means.reduce((total, mean) => total + mean, 0)) / means.length
    expect(outdated).toBe(0)
    expect(tables[0]?.rows).toHaveLength(4)
    for (const { overall } of tables[0]?.rows ?? []) {
      expect(overall.n).toBe(40)
      expect(Number(overall.mean)).toBeCloseTo(expected, 9)
    }
  }, 120_000)
})
