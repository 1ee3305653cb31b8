import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { revealAssignment } from '../judgments/commands/reveal-assignment'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { getFurtherScores } from './queries/get-further-scores'
import { getScores } from './queries/get-scores'

afterAll(disconnect)

const gold: {
  input: { score_counts_0_to_3: Record<string, number[]> }
  expected: Record<string, { display: string }>
} = JSON.parse(readFileSync('server/statistics/gold/33-translation-0-3.json', 'utf8'))
const counts = gold.input.score_counts_0_to_3
const models = Object.keys(counts)

const openResults = (studyId: string) =>
  db.study
    .update({ where: { id: studyId }, data: { state: 'CLOSED', closedAt: new Date(), unblindedAt: new Date() } })
    .then(() => requireOperatorStudy(studyId))

describe('the table of 100 translations', () => {
  let studyId: string
  beforeAll(async () => {
    const made = await makeStudy({
      models,
      items: Array.from({ length: 100 }, () => ({ sourceLanguage: 'zh', language: 'en', reference: 'r' })),
      protocol: presetProtocol('translation'),
      open: false,
    })
    studyId = made.studyId
    const scores = new Map(
      models.map(model => [model, (counts[model] ?? []).flatMap((n, score) => Array<number>(n).fill(score))]),
    )
    const responses = await db.response.findMany({
      where: { item: { studyId } },
      select: { id: true, itemId: true, source: { select: { model: { select: { name: true } } } } },
    })
    for (const [index, itemId] of made.itemIds.entries()) {
      const own = responses.filter(response => response.itemId === itemId)
      await db.judgment.create({
        data: {
          studyId,
          itemId,
          origin: 'RECORDED',
          protocolVersion: 1,
          idempotencyKey: randomId(),
          payloadHash: new Uint8Array(32),
          ratings: {
            // Everything was raised to 3 once the reference was seen: the headline must not notice.
            create: own.map(({ id, source }, slot) => ({
              criterion: 'overall',
              slot: slot + 1,
              responseId: id,
              value: 3,
              firstValue: scores.get(source?.model.name ?? '')?.[index] ?? null,
            })),
          },
        },
      })
    }
  })

  test('sums of 171, 38, 55 and 65 are means of 1.71, 0.38, 0.55 and 0.65, from the first scores', async () => {
    const study = await openResults(studyId)
    const scores = await getScores(study)
    const table = scores.tables.find(one => one.language === 'zh>en')
    expect(table?.rows.map(row => [row.model.name, row.overall.n, row.overall.display])).toEqual(
      models.map(model => [model, 100, gold.expected[model]?.display]),
    )
    expect(table?.rows.map(row => row.overall.mean)).toEqual(['1.71', '0.38', '0.55', '0.65'])
    expect(table?.rows.filter(row => row.overall.isBest).map(row => row.model.name)).toEqual(['GLM-4.5'])

    const { final, others } = await getFurtherScores(study, scores)
    expect(others).toEqual([])
    const threes = models.reduce((sum, model) => sum + (counts[model]?.[3] ?? 0), 0)
    expect(final).toMatchObject([{ scale: { id: 'overall' }, locked: 400, changed: 400 - threes }])
    expect(final[0]?.table.rows.map(row => row.overall.display)).toEqual(['3.00', '3.00', '3.00', '3.00'])
  })
})

test('marks are weighed per model, before and after the reference', async () => {
  const person = await makeSignedIn({ languages: { en: 'NATIVE', zh: 'NATIVE' } })
  const { studyId, modelIds } = await makeStudy({
    models: ['one', 'two'],
    items: [{ sourceLanguage: 'zh', language: 'en', reference: 'r' }],
    protocol: { ...presetProtocol('translation'), annotatorsPerItem: 1 },
    memberIds: [person.userId],
  })
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  if (got.status !== 'assignment') throw new Error('nothing to judge')
  const access = await makeAssignmentAccess(person.signInId, got.assignment)
  const scores = [1, 2].map(slot => ({ criterion: 'overall', slot, value: slot }))
  const spans = (...severities: string[]) => ({
    criterion: 'errors',
    slot: 1,
    choice: {
      kind: 'spans' as const,
      spans: severities.map((severity, at) => ({
        part: 'response' as const,
        turn: 0,
        start: at,
        end: at + 1,
        category: 'grammar',
        severity,
      })),
    },
  })
  await revealAssignment(access, { content: { ratings: [...scores, spans('minor')] }, activeMs: 0 })
  const after = await makeAssignmentAccess(person.signInId, got.assignment)
  await submitJudgment(after, {
    key: randomId(),
    content: { ratings: [...scores, spans('minor', 'major')] },
    activeMs: 0,
  })
  const { place } = await db.assignment.findUniqueOrThrow({
    where: { id: got.assignment },
    select: { place: { select: { slotOrder: true } } },
  })
  const first = await db.responseSource.findUniqueOrThrow({ where: { responseId: place.slotOrder[0] ?? '' } })
  const study = await openResults(studyId)
  const { penalties } = await getFurtherScores(study, await getScores(study))
  const inFirst = (model: string) => model === modelIds.indexOf(first.modelId).toString()
  expect(penalties).toMatchObject([
    {
      criterion: { id: 'errors' },
      rows: ['0', '1'].map(model => ({ n: 1, display: inFirst(model) ? '1.00' : '0.00' })),
      final: ['0', '1'].map(model => ({
        n: 1,
        display: inFirst(model) ? '6.00' : '0.00',
        marks: inFirst(model) ? [1, 1, 0] : [0, 0, 0],
      })),
    },
  ])
})
