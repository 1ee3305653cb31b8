import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StudyAccess } from '../people/access'
import { db, disconnect, sql } from '../platform/db'
import { computeResult } from './commands/compute-result'
import { importJudgments } from './commands/import-judgments'
import { makeDraftStudy, makeReadable } from './make-draft-study'
import { getComputed } from './queries/get-computed'
import { getDifferences } from './queries/get-differences'

const options = { fileName: 's.csv', format: 'csv', createMissing: true, language: 'en' } as const
const file = (scores: readonly number[][]) =>
  [
    'item,annotator,model,score',
    ...scores.flatMap((row, at) => row.map((score, model) => `i${at},Ann,m${model},${score}`)),
  ].join('\n')

let study: StudyAccess

beforeAll(async () => {
  const draft = await makeDraftStudy()
  await importJudgments(
    draft,
    file([
      [9, 5],
      [8, 5],
      [9, 4],
      [7, 6],
      [8, 3],
      [6, 2],
    ]),
    options,
  )
  study = await makeReadable(draft)
})
afterAll(disconnect)

async function ready() {
  const found = await getDifferences(study)
  if (found.state !== 'ready') throw new Error('not computed')
  return found
}

test('is computed at once in a small study, and given as it is until something changes', async () => {
  const first = await ready()
  expect(first.value.pairs).toMatchObject([{ n: 6, p: 0.03125, pAdjusted: 0.03125, wins: 6 }])
  expect(first.value.ranks.map(rank => [rank.model.name, rank.first, rank.last, rank.cluster])).toEqual([
    ['m0', 1, 1, 1],
    ['m1', 2, 2, 2],
  ])
  expect((await ready()).computedAt).toEqual(first.computedAt)
  await importJudgments(
    study,
    file([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 9],
    ]).replace(/i[0-5],.*\n/g, ''),
    options,
  )
  const second = await ready()
  expect(second.value.pairs).toMatchObject([{ n: 7, wins: 6, losses: 1 }])
  expect(second.computedAt).not.toEqual(first.computedAt)
})

test('is computed again when a judgment comes, when one is excluded, and when the methods change', async () => {
  const before = await ready()
  const judgment = await db.judgment.findFirstOrThrow({ where: { studyId: study.studyId } })
  // As the database function of a submission writes it: a newer row, nothing in the trail.
  await sql(
    'test_submit',
    `WITH old AS (UPDATE judgments SET is_current = false WHERE id = $1 RETURNING *),
     new AS (INSERT INTO judgments (id, study_id, item_id, annotator_label, origin, protocol_version, revision, idempotency_key, payload_hash)
       SELECT gen_random_uuid(), study_id, item_id, annotator_label, origin, protocol_version, 2, gen_random_uuid(), payload_hash FROM old RETURNING id)
     INSERT INTO ratings (judgment_id, criterion, slot, response_id, value) SELECT new.id, criterion, slot, response_id, 10 - value FROM ratings, new WHERE judgment_id = $1`,
    [judgment.id],
  )
  const after = await ready()
  expect(after.computedAt).not.toEqual(before.computedAt)
  expect(after.value.pairs[0]?.mean).not.toBe(before.value.pairs[0]?.mean)
  expect((await ready()).computedAt).toEqual(after.computedAt)

  await db.computedResult.updateMany({ where: { studyId: study.studyId }, data: { methodVersion: '0.9.0' } })
  const renewed = await ready()
  expect(renewed.computedAt).not.toEqual(after.computedAt)
  expect(renewed.methodVersion).not.toBe('0.9.0')
})

test('has one entry for each criterion, filter and protocol; a sealed study gives none of them away', async () => {
  const filtered = await getDifferences(study, { filter: { judgments: 'original', without: ['flagged'] } })
  expect(filtered.state).toBe('ready')
  expect(await db.computedResult.count({ where: { studyId: study.studyId } })).toBe(2)
  await expect(getDifferences({ ...study, sealed: true })).rejects.toMatchObject({ code: 'blinded' })
  const unknown = getDifferences(study, { filter: { judgments: 'original', without: [], languages: ['xx'] } })
  await expect(unknown).rejects.toMatchObject({ code: 'invalid' })
})

test('a large study leaves it to the worker, and shows what there was', async () => {
  const before = await ready()
  await sql(
    'test_many',
    `INSERT INTO judgments (id, study_id, item_id, origin, occasion, protocol_version, idempotency_key, payload_hash)
     SELECT gen_random_uuid(), study_id, item_id, origin, 'REPEAT', protocol_version, gen_random_uuid(), payload_hash
     FROM (SELECT * FROM judgments WHERE study_id = $1 LIMIT 1) j, generate_series(1, 5001)`,
    [study.studyId],
  )
  // Judgments wait a minute.
  expect(await getDifferences(study)).toMatchObject({ state: 'ready', computedAt: before.computedAt })
  const earlier = new Date(before.computedAt.getTime() - 60_000)
  await db.computedResult.updateMany({ where: { studyId: study.studyId }, data: { computedAt: earlier } })
  const waiting = await getDifferences(study)
  expect(waiting).toMatchObject({ state: 'computing', previous: { computedAt: earlier } })
  await getDifferences(study)
  const queued = await sql<{ resultId: string }>(
    'test_jobs',
    `SELECT j.payload->>'resultId' AS "resultId" FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'results.compute'`,
    [],
  )
  expect(queued).toHaveLength(1)
  await computeResult(queued[0]?.resultId ?? '', { attempt: 1, isLast: false })
  expect((await ready()).computedAt).not.toEqual(earlier)
  expect(await getComputed(study, 'differences', {}, { wait: true })).toMatchObject({ state: 'ready' })
})
