import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudit } from '../audit/commands'
import { db, disconnect, sql } from '../platform/db'
import { randomId } from '../platform/randomness'
import { mulberry32 } from '../statistics/random/mulberry32'
import { getProtocol } from '../studies/queries'
import type { Protocol } from '../studies/schema'
import { type ResultFilter, wholeStudy } from './filter'
import { makeRandomStudy, type RawStudy } from './make-random-study'
import { applyFilter } from './queries/apply-filter'
import { getKeptParts } from './queries/get-kept-parts'
import { ratedParameters } from './queries/rated-responses'
import { readScoreParts } from './queries/read-score-parts'

const random = mulberry32(77)
const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
let study: RawStudy
let protocol: Protocol

beforeAll(async () => {
  study = await makeRandomStudy(random, 20)
  protocol = await getProtocol(study.access.studyId, 1)
}, 60_000)
afterAll(disconnect)

const sorted = (parts: Awaited<ReturnType<typeof readScoreParts>>) => ({
  ...parts,
  totals: parts.totals
    .map(row => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)))
    .sort(),
  clusters: parts.clusters.length,
})

async function kept(filter: ResultFilter) {
  const applied = await applyFilter(study.access.studyId, filter)
  return getKeptParts(
    study.access,
    { criterion: 'score', filter },
    applied,
    ratedParameters(applied, 'score', protocol),
  )
}

async function expectFresh(filter: ResultFilter, after: string) {
  const applied = await applyFilter(study.access.studyId, filter)
  const fresh = await readScoreParts(applied, ratedParameters(applied, 'score', protocol))
  expect(sorted(await kept(filter)), after).toEqual(sorted(fresh))
}

const writtenBlocks = async () =>
  (
    await sql<{ block: number; xmin: string }>(
      'test_blocks',
      'SELECT block, xmin::text FROM computed_blocks ORDER BY result_id, block',
      [],
    )
  ).map(row => `${row.block} ${row.xmin}`)

/** What an annotator does: a newer judgment of one of theirs, with other scores; nothing goes into the trail. */
async function revise() {
  await sql(
    'test_revise',
    `WITH old AS (UPDATE judgments SET is_current = false WHERE id = $1 RETURNING *),
     new AS (INSERT INTO judgments (id, study_id, item_id, assignment_id, user_id, annotator_label, origin, protocol_version, revision, idempotency_key, payload_hash)
       SELECT gen_random_uuid(), study_id, item_id, assignment_id, user_id, annotator_label, origin, protocol_version, revision + 1, gen_random_uuid(), payload_hash FROM old RETURNING id)
     INSERT INTO ratings (judgment_id, criterion, slot, response_id, value)
     SELECT new.id, criterion, slot, response_id, (value + 3) % 11 FROM ratings, new WHERE judgment_id = $1 AND value IS NOT NULL`,
    [await someJudgment()],
  )
}

/** A first judgment of an item. */
async function submit() {
  const item = pick(study.items)
  await db.judgment.create({
    data: {
      studyId: study.access.studyId,
      itemId: item.id,
      origin: 'RECORDED',
      annotatorLabel: pick(['Ann', 'Cyd']),
      protocolVersion: 1,
      idempotencyKey: randomId(),
      payloadHash: new Uint8Array([1]),
      ratings: {
        create: study.responses
          .filter(one => one.itemId === item.id)
          .map(({ id }, at) => ({
            criterion: 'score',
            slot: at + 1,
            responseId: id,
            value: Math.floor(random() * 11),
          })),
      },
    },
  })
}

async function someJudgment() {
  const judgments = await db.judgment.findMany({
    where: { studyId: study.access.studyId, isCurrent: true, excludedAt: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return pick(judgments).id
}

const audited = (action: string, write: (tx: Parameters<typeof recordAudit>[0]) => Promise<unknown>) =>
  db.$transaction(async tx => {
    await write(tx)
    await recordAudit(tx, { actorId: null, action, studyId: study.access.studyId })
  })

const exclude = async () => {
  const id = await someJudgment()
  await audited('judgment.excluded', tx =>
    tx.judgment.update({ where: { id }, data: { excludedAt: new Date(), excludedReason: 'In haste' } }),
  )
}

const refuse = async () =>
  audited('items.imported', tx =>
    tx.response.update({
      where: { id: pick(study.responses).id },
      data: { status: pick(['OK', 'FAILED', 'REFUSED']) },
    }),
  )

test('kept sums are those of the ratings, whatever comes in whatever order', async () => {
  const filters: ResultFilter[] = [wholeStudy, { judgments: 'original', without: ['too-fast'], languages: ['en'] }]
  const acts = { submit, revise, exclude, refuse }
  for (const filter of filters) await expectFresh(filter, 'at first')
  for (let round = 0; round < 24; round++) {
    const name = pick(['submit', 'submit', 'revise', 'revise', 'exclude', 'refuse'] as const)
    await acts[name]()
    for (const filter of filters) await expectFresh(filter, `${name} in round ${round}`)
  }
}, 60_000)

test('a judgment renews the block of its item alone, an audited act all of them, and nothing renews nothing', async () => {
  await kept(wholeStudy)
  const before = await writtenBlocks()
  await kept(wholeStudy)
  expect(await writtenBlocks()).toEqual(before)
  // What was judged within the last minute is looked at again: its blocks are the only ones.
  await db.judgment.updateMany({ where: { studyId: study.access.studyId }, data: { submittedAt: new Date(0) } })
  await audited('judgments.imported', async () => undefined)
  await kept(wholeStudy)
  const all = await writtenBlocks()
  expect(all.filter(block => before.includes(block)).length).toBeLessThan(before.length)
  await submit()
  await kept(wholeStudy)
  expect((await writtenBlocks()).filter(block => !all.includes(block))).toHaveLength(1)
})

test('a second reader is not kept waiting by the first, and gets what there was', async () => {
  await submit()
  await Promise.all([1, 2, 3, 4].map(() => kept(wholeStudy)))
  await expectFresh(wholeStudy, 'after many at once')
})

test('what was kept by other methods is summed up again', async () => {
  await kept(wholeStudy)
  const where = { studyId: study.access.studyId, name: 'scores' }
  await db.computedResult.updateMany({ where, data: { methodVersion: '0.9.0', payload: { frame: null, sums: {} } } })
  await expectFresh(wholeStudy, 'another version')
})
