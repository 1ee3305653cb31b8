import { afterAll, describe, expect, it } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { makeExportRows } from '../exports/make-export-file'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { makeReadable } from './make-draft-study'
import { getProgress } from './queries/get-progress'
import { getScores } from './queries/get-scores'

afterAll(disconnect)

type StudyOptions = Parameters<typeof makeStudy>[0]

/** One person judges everything: `score` gives the value of a slot from the numbers of its models, null: cannot be judged. */
async function makeJudged(
  options: StudyOptions,
  score: (models: number[], item: number, person: number) => number | null,
  people = 1,
) {
  const persons = await Promise.all(Array.from({ length: people }, () => makeSignedIn()))
  const study = await makeStudy({ ...options, memberIds: persons.map(person => person.userId) })
  for (const [number, person] of persons.entries()) {
    const member = await makeMemberAccess(person.signInId, study.studyId)
    for (let turn = 0; turn < study.itemIds.length; turn++) {
      const got = await continueStudy(member)
      if (got.status !== 'assignment') break
      const access = await makeAssignmentAccess(person.signInId, got.assignment)
      const { place, itemId } = await db.assignment.findUniqueOrThrow({
        where: { id: got.assignment },
        select: { itemId: true, place: { select: { slotOrder: true } } },
      })
      const ratings = await Promise.all(
        place.slotOrder.map(async (representativeId, index) => {
          const shown = await db.response.findMany({ where: { representativeId }, select: { source: true } })
          const models = shown.map(response => study.modelIds.indexOf(response.source?.modelId ?? ''))
          const value = score(models, study.itemIds.indexOf(itemId), number)
          const common = { criterion: 'score', slot: index + 1 }
          return value === null ? { ...common, cannotJudge: 'Not readable.' } : { ...common, value }
        }),
      )
      await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 60_000 })
    }
  }
  return study
}

const overall = async (studyId: string) => {
  const { tables } = await getScores(await makeReadable(await requireOperatorStudy(studyId)))
  return tables[0]?.rows.map(({ overall: cell }) => [cell.display, cell.n])
}

describe('scores of live judgments', () => {
  it('count a shared slot for every model whose response it stands for', async () => {
    const study = await makeJudged({ items: [{ responses: ['same', 'same', 'other'] }] }, models =>
      models.length === 2 ? 9 : 5,
    )
    expect(await overall(study.studyId)).toEqual([
      ['9.00', 1],
      ['9.00', 1],
      ['5.00', 1],
    ])
  })

  it('leave out what could not be judged', async () => {
    const study = await makeJudged({ items: [{}, {}] }, (_, item) => (item === 0 ? null : 8))
    expect(await overall(study.studyId)).toEqual([
      ['8.00', 1],
      ['8.00', 1],
      ['8.00', 1],
    ])
  })

  it('average people within an item before items', async () => {
    const study = await makeJudged(
      { items: [{}, {}], protocol: { annotatorsPerItem: 2 } },
      (_, item, person) => (item === 0 ? 8 + person : 7),
      2,
    )
    expect(await overall(study.studyId)).toEqual([
      ['7.75', 2],
      ['7.75', 2],
      ['7.75', 2],
    ])
  })

  it('let a status count as the protocol said: failed is the minimum, missing is left out', async () => {
    const rules = { refused: 'missing', truncated: 'judged', failed: 'minimum' } as const
    const study = await makeJudged({ items: [{}, {}], protocol: { statusRules: rules } }, () => 8)
    const [first = '', second = '', third = ''] = study.modelIds
    const setStatus = (modelId: string, status: 'FAILED' | 'REFUSED' | 'TRUNCATED') =>
      db.response.updateMany({ where: { itemId: study.itemIds[0], source: { modelId } }, data: { status } })
    await setStatus(first, 'FAILED')
    await setStatus(second, 'REFUSED')
    await setStatus(third, 'TRUNCATED')
    expect(await overall(study.studyId)).toEqual([
      ['4.00', 2],
      ['8.00', 1],
      ['8.00', 2],
    ])
    const { statusCounts } = await getScores(await requireOperatorStudy(study.studyId))
    expect(statusCounts.map(count => [count.status, count.responses]).sort()).toEqual([
      ['FAILED', 1],
      ['REFUSED', 1],
      ['TRUNCATED', 1],
    ])
  })

  it('average several samples of a model within an item', async () => {
    const study = await makeJudged({ items: [{}, {}] }, ([model], item) =>
      item === 0 ? ([10, 7][model ?? 2] ?? 6) : 6,
    )
    const [first = '', second = ''] = study.modelIds
    await db.responseSource.updateMany({
      where: { itemId: study.itemIds[0], modelId: second },
      data: { modelId: first, sampleIndex: 1 },
    })
    expect(await overall(study.studyId)).toEqual([
      ['7.25', 2],
      ['6.00', 1],
      ['6.00', 2],
    ])
  })
})

describe('export of judgments', () => {
  it('has one row per annotator, item and model, with slot letters and pseudonyms', async () => {
    const study = await makeJudged({ items: [{ responses: ['same', 'same', 'other'] }, {}] }, () => 7)
    const access = await makeReadable(await requireOperatorStudy(study.studyId))
    const rows = await makeExportRows(access, 'judgments')
    expect(rows).toHaveLength(6)
    expect(new Set(rows.map(row => row.annotator)).size).toBe(1)
    expect(rows.every(row => /^annotator-/.test(row.annotator ?? '') && row.score === '7')).toBe(true)
    const shared = rows.filter(row => row.item === 'item-1').map(row => row.slot)
    expect(shared.toSorted()).toEqual(expect.arrayContaining(['A', 'B']))
    expect(new Set(shared).size).toBe(2)
  })

  it('is refused while the study is sealed', async () => {
    const study = await makeJudged({ items: [{}] }, () => 7)
    const sealed = await requireOperatorStudy(study.studyId)
    await expect(makeExportRows(sealed, 'judgments')).rejects.toMatchObject({ code: 'blinded' })
  })
})

describe('progress', () => {
  it('counts judgments without reading what they say, while the study is sealed', async () => {
    const study = await makeJudged(
      { items: [{}, { language: 'en', category: 'code' }], protocol: { annotatorsPerItem: 2 } },
      () => 7,
    )
    const progress = await getProgress(await requireOperatorStudy(study.studyId))
    const spent = await db.judgment.aggregate({ where: { studyId: study.studyId }, _sum: { activeMs: true } })
    const activeMs = spent._sum.activeMs
    expect(progress).toMatchObject({ judged: 2, places: 4, finish: { inMs: null, reason: 'too little to go by' } })
    expect(progress.cells.map(cell => [cell.language, cell.category, cell.judged, cell.places])).toEqual([
      ['en', 'Math', 1, 2],
      ['en', 'Code', 1, 2],
    ])
    expect(progress.annotators).toMatchObject([{ judged: 2, skipped: 0, activeMs, isMember: true }])
    expect(progress.days.at(-1)?.judged).toBe(2)
    expect(progress.days).toHaveLength(30)
    const model = await db.model.findFirstOrThrow({ where: { studyId: study.studyId } })
    expect(JSON.stringify(progress)).not.toContain(model.name)
  })
})
