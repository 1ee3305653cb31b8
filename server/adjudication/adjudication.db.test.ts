import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { refreshEligibility } from '../assignments/commands/refresh-eligibility'
import { reviseJudgment, submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect, sql } from '../platform/db'
import { randomId } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import { dismissDisagreement, reopenDisagreement, setAdjudicator } from './commands/decide-disagreement'
import { findDisagreements } from './commands/find-disagreements'
import { listEarlierJudgments } from './queries/earlier-judgments'
import { countDisagreements, listDisagreements } from './queries/list-disagreements'

let admin: Awaited<ReturnType<typeof makeSignedIn>>
beforeAll(async () => {
  admin = await makeSignedIn({ role: 'ADMIN' })
})
afterAll(disconnect)

const quality = { ...presetProtocol('blank').quality, disagreement: { criterion: 'score', difference: 2 } }
type Person = Awaited<ReturnType<typeof makeSignedIn>>

/** The assignment that comes next for a person; null: nothing does. */
async function next(person: Person, studyId: string) {
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  return got.status === 'assignment' ? makeAssignmentAccess(person.signInId, got.assignment) : null
}

/** Scores responses by their text: "Answer 1 …" gets the first score, wherever it stands. */
async function judge(person: Person, studyId: string, ...scores: number[]) {
  const access = await next(person, studyId)
  if (!access) throw new Error('nothing to judge')
  const [place] = await sql<{ slot_order: string[] }>(
    'test_place',
    'SELECT p.slot_order FROM assignments a JOIN places p ON p.id = a.place_id WHERE a.id = $1',
    [access.assignmentId],
  )
  const texts = await db.response.findMany({ where: { id: { in: place?.slot_order ?? [] } } })
  const ratings = (place?.slot_order ?? []).map((id, index) => {
    const answer = Number(/Answer (\d)/.exec(texts.find(text => text.id === id)?.turns[0] ?? '')?.[1])
    return { criterion: 'score', slot: index + 1, value: scores[answer - 1] ?? 0 }
  })
  await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
  return access
}

async function made() {
  const people = [await makeSignedIn(), await makeSignedIn(), await makeSignedIn()] as const
  const study = await makeStudy({
    models: ['model-1', 'model-2'],
    items: [{}],
    memberIds: people.map(person => person.userId),
    protocol: { ...presetProtocol('blank'), annotatorsPerItem: 2, quality },
  })
  return { ...study, people, access: await requireStudy(admin.signInId, study.studyId) }
}

describe('disagreements', () => {
  test('go to an adjudicator who has not judged the item, who judges first and then sees the rest in their own slots', async () => {
    const { people, studyId, access, itemIds } = await made()
    const [first, second, third] = people
    const judged = await judge(first, studyId, 9, 4)
    await judge(second, studyId, 3, 4)
    await findDisagreements()
    expect(await listDisagreements(access, 'waiting')).toMatchObject([
      { itemId: itemIds[0], difference: 6, judgments: 2 },
    ])

    await setAdjudicator(access, { userId: first.userId, isAdjudicator: true })
    expect(await countDisagreements(access)).toMatchObject({ waiting: 1, assigned: 0 })
    await setAdjudicator(access, { userId: third.userId, isAdjudicator: true })
    expect(await countDisagreements(access)).toMatchObject({ waiting: 0, assigned: 1 })

    const own = await next(third, studyId)
    expect(own?.occasion).toBe('ADJUDICATION')
    if (!own) return
    expect(await listEarlierJudgments(own)).toEqual([])
    const revise = async () => {
      const access = await makeAssignmentAccess(first.signInId, judged.assignmentId)
      const ratings = [1, 2].map(slot => ({ criterion: 'score', slot, value: 9 }))
      return reviseJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
    }
    const fixed = async () =>
      (await sql('test_fixed', 'SELECT closed_for_revision($1) AS fixed', [judged.assignmentId]))[0]
    expect(await fixed()).toEqual({ fixed: false })
    await sql(
      'test_reveal',
      `SELECT reveal_assignment($1, $2, $3, '[]', 0, '{"leaseMs": 1000, "draftProtectionMs": 0}')`,
      [studyId, third.userId, own.assignmentId],
    )
    const revealed = await makeAssignmentAccess(third.signInId, own.assignmentId)
    const seen = await listEarlierJudgments(revealed)
    const [place] = await sql<{ slot_order: string[] }>(
      'test_place',
      'SELECT p.slot_order FROM assignments a JOIN places p ON p.id = a.place_id WHERE a.id = $1',
      [own.assignmentId],
    )
    const responses = await db.response.findMany({ where: { itemId: itemIds[0] ?? '' } })
    const slotOf = (answer: string) =>
      1 + (place?.slot_order ?? []).indexOf(responses.find(one => one.turns[0]?.startsWith(answer))?.id ?? '')
    const scoresOf = (answer: string) =>
      seen.map(one => one.ratings.find(rating => rating.slot === slotOf(answer))?.value).sort()
    expect(scoresOf('Answer 1')).toEqual([3, 9])
    expect(scoresOf('Answer 2')).toEqual([4, 4])
    // What was decided about is not changed any more.
    expect(await fixed()).toEqual({ fixed: true })
    expect(await revise()).toEqual({ status: 'too_late' })
  })

  test('are dropped when a revision ends them, and dismissed and reopened with a reason', async () => {
    const { people, studyId, access } = await made()
    await judge(people[0], studyId, 9, 4)
    await judge(people[1], studyId, 3, 4)
    await findDisagreements()
    const [found] = await listDisagreements(access, 'waiting')
    await dismissDisagreement(access, found?.id ?? '', 'Both are right in their way')
    expect(await countDisagreements(access)).toMatchObject({ waiting: 0, dismissed: 1 })
    await reopenDisagreement(access, found?.id ?? '')
    await setAdjudicator(access, { userId: people[2].userId, isAdjudicator: true })
    expect(await countDisagreements(access)).toMatchObject({ assigned: 1 })
    await setAdjudicator(access, { userId: people[2].userId, isAdjudicator: false })
    expect(await countDisagreements(access)).toMatchObject({ waiting: 1, assigned: 0 })
    // As a revision does: the newer judgment counts.
    await sql(
      'test_revise',
      `UPDATE ratings SET value = 9 WHERE value = 3 AND judgment_id IN (SELECT id FROM judgments WHERE study_id = $1)`,
      [studyId],
    )
    await findDisagreements()
    expect(await countDisagreements(access)).toEqual({ waiting: 0, assigned: 0, decided: 0, dismissed: 0 })
  })

  test('go to somebody else when their adjudicator is gone', async () => {
    const { people, studyId, access } = await made()
    const other = await makeSignedIn()
    await judge(people[0], studyId, 9, 4)
    await judge(people[1], studyId, 3, 4)
    await findDisagreements()
    await setAdjudicator(access, { userId: people[2].userId, isAdjudicator: true })
    await db.studyAnnotator.create({ data: { studyId, userId: other.userId } })
    await db.$transaction(tx => refreshEligibility(tx, { studyId }))
    await setAdjudicator(access, { userId: other.userId, isAdjudicator: true })
    expect((await next(people[2], studyId))?.occasion).toBe('ADJUDICATION')

    await db.user.update({ where: { id: people[2].userId }, data: { disabledAt: new Date() } })
    await findDisagreements()
    expect((await next(other, studyId))?.occasion).toBe('ADJUDICATION')
    expect(await countDisagreements(access)).toMatchObject({ waiting: 0, assigned: 1 })
  })
})
