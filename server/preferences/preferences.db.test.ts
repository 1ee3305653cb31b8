import { afterAll, describe, expect, test } from 'vitest'
import type { Rating } from '@/criteria/schema'
import { judgeStudy, preferSmaller, type Shown } from '@/prisma/builders/judge-study'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { decideBatch } from '../batches/commands/decide-batch'
import { getBatch } from '../batches/queries/get-batch'
import { listBatches } from '../batches/queries/list-batches'
import { reviseJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { importJudgments } from '../results/commands/import-judgments'
import { makeDraftStudy } from '../results/make-draft-study'
import { restoreJudgment } from '../review/commands/exclude-judgment'
import { presetProtocol } from '../studies/presets'
import { syncPreferences } from './commands'
import { writePreferences } from './queries'
import type { PreferenceLine, PreferenceTombstone } from './schema'

afterAll(disconnect)

const preset = presetProtocol('preference')
const protocol = {
  ...preset,
  overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  criteria: preset.criteria.map(criterion => ({ ...criterion, asked: criterion.id === 'safety' ? 1 : 0 })),
  batches: null,
  revisionHours: 24,
}
const pairs = {
  ...protocol,
  criteria: protocol.criteria.map(criterion => (criterion.id === 'overall' ? { ...criterion, asked: 1 } : criterion)),
}
const tie = (criterion: string): Rating => ({
  criterion,
  slot: 0,
  choice: { kind: 'preference', prefer: 'tie', strength: null },
})
const judge = (shown: Shown) => [tie('safety'), preferSmaller('overall', shown, 3)]

async function read(signInId: string, studyId: string, since = 0) {
  const access = await requireStudy(signInId, studyId)
  const { cursor } = await syncPreferences(access)
  const texts: string[] = []
  await writePreferences(access, since, async text => void texts.push(text))
  const lines = texts.join('').trim().split('\n').filter(Boolean)
  return {
    cursor,
    text: texts.join(''),
    lines: lines.map(line => JSON.parse(line) as PreferenceLine & PreferenceTombstone),
  }
}

describe('preference data', () => {
  test('tells chosen and rejected texts of a blind, open study, and never a model', async () => {
    const [admin, person] = await Promise.all([makeSignedIn({ role: 'ADMIN' }), makeSignedIn()])
    const study = await makeStudy({
      protocol: pairs,
      models: ['secret-one', 'secret-two'],
      items: [{}, {}, { responses: ['same', 'same'] }],
      memberIds: [person.userId],
    })
    await judgeStudy(person.signInId, study, judge)
    const access = await requireStudy(admin.signInId, study.studyId)
    expect([access.sealed, access.state]).toEqual([true, 'OPEN'])
    const { lines, text, cursor } = await read(admin.signInId, study.studyId)
    expect(lines).toHaveLength(2)
    expect(cursor).toBe(2)
    for (const line of lines) {
      expect(line.chosen[0]?.content).toMatch(/^Answer 1 /)
      expect(line.rejected[0]?.content).toMatch(/^Answer 2 /)
      expect([line.strength, line.strengths, line.dimensions]).toEqual([
        3,
        4,
        { safety: { prefer: 'tie', strength: null } },
      ])
    }
    expect(text).not.toContain('secret')
    for (const id of [...study.modelIds, study.studyId]) expect(text).not.toContain(id)
    expect((await read(admin.signInId, study.studyId, cursor)).lines).toEqual([])
  })

  test('is incremental: what is revised comes again, what is a tie or left out then is taken back, and may return', async () => {
    const [admin, person] = await Promise.all([makeSignedIn({ role: 'ADMIN' }), makeSignedIn()])
    const study = await makeStudy({
      protocol: pairs,
      models: ['one', 'two'],
      items: [{}, {}, {}],
      memberIds: [person.userId],
    })
    const judged = await judgeStudy(person.signInId, study, judge)
    const first = await read(admin.signInId, study.studyId)
    expect(first.lines).toHaveLength(3)
    const revise = async (assignment: string, ratings: Rating[]) =>
      reviseJudgment(await makeAssignmentAccess(person.signInId, assignment), {
        key: randomId(),
        content: { ratings },
        activeMs: 1,
      })
    await revise(judged[0] ?? '', [tie('safety'), tie('overall')])
    await revise(judged[1] ?? '', [
      tie('safety'),
      { criterion: 'overall', slot: 0, choice: { kind: 'preference', prefer: 'a', strength: 1 } },
    ])
    const third = { assignmentId: judged[2], isCurrent: true }
    await db.judgment.updateMany({ where: third, data: { excludedAt: new Date(), excludedReason: 'test' } })
    const second = await read(admin.signInId, study.studyId, first.cursor)
    expect(second.lines.map(line => line.reason ?? line.strength).sort()).toEqual([1, 'excluded', 'tie'])
    expect(new Set(second.lines.map(line => line.id))).toEqual(new Set(first.lines.map(line => line.id)))
    await db.judgment.updateMany({ where: third, data: { excludedAt: null, excludedReason: null } })
    const back = await read(admin.signInId, study.studyId, second.cursor)
    expect(back.lines.map(line => line.strength)).toEqual([3])
    // Whoever starts anew needs no tombstones.
    expect((await read(admin.signInId, study.studyId)).lines.map(line => line.deleted)).toEqual([undefined, undefined])
  })

  test('twenty thousand judged pairs are read in seconds', async () => {
    const admin = await makeSignedIn({ role: 'ADMIN' })
    const study = await makeStudy({ protocol: pairs, models: ['one', 'two'], items: [{}], open: false })
    const [item = ''] = study.itemIds
    const responses = await db.response.findMany({ where: { itemId: item }, select: { id: true } })
    const slots = responses.map(response => response.id)
    await db.$executeRaw`INSERT INTO judgments (id, study_id, item_id, annotator_label, origin, protocol_version, idempotency_key, payload_hash, slot_order)
      SELECT gen_random_uuid(), ${study.studyId}::uuid, ${item}::uuid, 'rater ' || n, 'RECORDED', 1, gen_random_uuid(), '', ${slots}::uuid[]
      FROM generate_series(1, 20000) n`
    await db.$executeRaw`INSERT INTO ratings (judgment_id, criterion, slot, choice)
      SELECT id, 'overall', 0, '{"kind": "preference", "prefer": "a", "strength": 2}' FROM judgments WHERE study_id = ${study.studyId}::uuid`
    const started = performance.now()
    const { lines, cursor } = await read(admin.signInId, study.studyId)
    expect(lines).toHaveLength(20_000)
    expect((await read(admin.signInId, study.studyId, cursor)).lines).toEqual([])
    expect(performance.now() - started).toBeLessThan(60_000)
  }, 120_000)
})

describe('batches', () => {
  test('only what is accepted on a blind sample is exported; a rejection frees the places and can be taken back', async () => {
    const [admin, one, other] = await Promise.all([makeSignedIn({ role: 'ADMIN' }), makeSignedIn(), makeSignedIn()])
    const study = await makeStudy({
      protocol: { ...pairs, batches: { sampleShare: 0.5, sampleMinimum: 1 } },
      models: ['secret-one', 'secret-two'],
      items: [{}, {}, {}, {}],
      memberIds: [one.userId, other.userId],
    })
    await judgeStudy(one.signInId, study, judge)
    expect((await read(admin.signInId, study.studyId)).lines).toEqual([])
    const access = await requireStudy(admin.signInId, study.studyId)
    const [today] = await listBatches(access)
    const ref = { userId: one.userId, day: today?.day ?? '' }
    const decide = (decision: 'ACCEPTED' | 'REJECTED' | 'OPEN', day: string) =>
      decideBatch(access, { ...ref, day, decision, reason: 'After a look at the sample' })
    await expect(decide('ACCEPTED', ref.day)).rejects.toMatchObject({ code: 'conflict' })

    await db.$executeRaw`UPDATE judgments SET submitted_at = submitted_at - interval '1 day' WHERE study_id = ${study.studyId}::uuid`
    const [yesterday] = await listBatches(access)
    const day = yesterday?.day ?? ''
    expect(yesterday).toMatchObject({ judgments: 4, state: 'OPEN', isComplete: true })
    const batch = await getBatch(access, { ...ref, day })
    expect(batch.sample).toHaveLength(2)
    expect(batch.sample[0]?.responses).toHaveLength(2)
    expect(JSON.stringify(batch)).not.toContain('secret')
    expect((await getBatch(access, { ...ref, day })).sample).toEqual(batch.sample)

    await decide('ACCEPTED', day)
    const accepted = await read(admin.signInId, study.studyId)
    expect(accepted.lines.map(line => line.batch)).toEqual(Array(4).fill('accepted'))
    await expect(decide('ACCEPTED', day)).rejects.toMatchObject({ code: 'conflict' })

    await decide('REJECTED', day)
    const rejected = await read(admin.signInId, study.studyId, accepted.cursor)
    expect(rejected.lines.map(line => line.reason)).toEqual(Array(4).fill('batch'))
    expect(await db.place.count({ where: { studyId: study.studyId, state: 'FREE' } })).toBe(4)
    // One judgment does not come back while its batch is rejected.
    const { id: judgment } = await db.judgment.findFirstOrThrow({ where: { studyId: study.studyId } })
    await expect(restoreJudgment(access, { judgment, reason: 'This one was careful' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(new RegExp(`batch of ${day}.*“Preference data”`)),
    })
    expect(await db.judgment.count({ where: { studyId: study.studyId, excludedAt: null } })).toBe(0)
    const got = await continueStudy(await makeMemberAccess(one.signInId, study.studyId))
    expect(got.status).toBe('nothing')
    expect((await continueStudy(await makeMemberAccess(other.signInId, study.studyId))).status).toBe('assignment')

    await decide('ACCEPTED', day)
    expect((await read(admin.signInId, study.studyId, rejected.cursor)).lines).toHaveLength(4)
    // Two are with the other person now; the rest needs nobody any more.
    expect(await db.place.count({ where: { studyId: study.studyId, state: 'FREE' } })).toBe(0)
    expect(await db.judgment.count({ where: { studyId: study.studyId, excludedAt: { not: null } } })).toBe(0)
    const actions = await db.auditEntry.findMany({ where: { studyId: study.studyId }, orderBy: { seq: 'asc' } })
    expect(actions.map(entry => entry.action)).toEqual(['batch.accepted', 'batch.rejected', 'batch.accepted'])
  })
})

test('recorded judgments of items without texts are no preference data', async () => {
  const access = await makeDraftStudy({}, preset)
  const votes = 'item,rater,model_a,model_b,winner\n1,r1,X,Y,model_a\n'
  await importJudgments(access, votes, { fileName: 'votes.csv', format: 'csv', createMissing: true, language: 'en' })
  expect(await syncPreferences(access)).toEqual({ cursor: 0 })
  const written: string[] = []
  await writePreferences(access, 0, async lines => {
    written.push(lines)
  })
  expect(written).toEqual([])
})
