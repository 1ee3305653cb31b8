import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { requireAdmin, requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { DomainError } from '../platform/errors'
import { archiveStudy, restoreStudy } from './commands/archive-study'
import { closeStudy } from './commands/close-study'
import { createStudy } from './commands/create-study'
import { duplicateStudy } from './commands/duplicate-study'
import { openStudy } from './commands/open-study'
import { pauseStudy, resumeStudy } from './commands/pause-study'
import { setStudyAnnotators } from './commands/set-annotators'
import { unblindStudy } from './commands/unblind-study'
import { updateProtocol, updateStudy } from './commands/update-study'
import { presetProtocol } from './presets'
import { getDraftOverview } from './queries/study-overview'

let admin: Awaited<ReturnType<typeof makeSignedIn>>
beforeAll(async () => {
  admin = await makeSignedIn({ role: 'ADMIN' })
})
afterAll(disconnect)

const access = (study: string) => requireStudy(admin.signInId, study)
const created = async (name: string) =>
  createStudy(await requireAdmin(admin.signInId), { name, preset: 'general-chat', disclosure: '' })
const actions = async (studyId: string) =>
  (await db.auditEntry.findMany({ where: { studyId }, orderBy: { seq: 'asc' } })).map(entry => entry.action)
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    error => (error instanceof DomainError ? error.code : `broken: ${error}`),
  )
/** A draft that is ready to open, with one member. */
async function ready(items = 3) {
  const member = await makeSignedIn()
  const made = await makeStudy({
    items: Array.from({ length: items }, () => ({})),
    memberIds: [member.userId],
    open: false,
  })
  return { ...made, member }
}

describe('creating and changing', () => {
  test('like names get unlike slugs, also when made at once', async () => {
    const studies = await Promise.all(Array.from({ length: 6 }, () => created('Chat at once')))
    expect(new Set(studies.map(study => study.slug)).size).toBe(6)
    expect(await actions(studies[0]?.id ?? '')).toEqual(['study.created'])
  })

  test('a protocol changes in a draft and is audited by field; once opened it is frozen', async () => {
    const { studyId } = await ready()
    const protocol = { ...presetProtocol('general-chat'), leaseMinutes: 60 }
    await updateProtocol(await access(studyId), protocol)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { studyId }, orderBy: { seq: 'desc' } })
    const { detail } = JSON.parse(entry.body)
    expect(detail.changed).toContainEqual({ field: 'leaseMinutes', from: 240, to: 60 })

    await openStudy(await access(studyId))
    expect(await codeOf(updateProtocol(await access(studyId), { ...protocol, leaseMinutes: 5 }))).toBe('conflict')
    const stored = await db.protocol.findFirstOrThrow({ where: { studyId } })
    expect(stored.definition).toMatchObject({ leaseMinutes: 60 })
    expect(stored.frozenAt).not.toBeNull()
    await updateStudy(await access(studyId), { name: 'Another name', disclosure: 'Made up' })
    expect(await db.study.findUniqueOrThrow({ where: { id: studyId } })).toMatchObject({ name: 'Another name' })
  })

  test('what is refused leaves no audit entry', async () => {
    const { id } = await created('Refused')
    const before = await db.auditEntry.count()
    expect(await codeOf(pauseStudy(await access(id)))).toBe('conflict')
    expect(await codeOf(unblindStudy(await access(id), { reason: 'a good reason' }))).toBe('conflict')
    expect(await db.auditEntry.count()).toBe(before)
  })
})

describe('opening', () => {
  test('is refused while something is missing, and says what', async () => {
    const { id } = await created('Empty')
    const study = await access(id)
    const refusal = await openStudy(study).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'conflict', detail: { missing: ['items', 'people'] } })
    const { canOpen, checks } = await getDraftOverview(study)
    expect(canOpen).toBe(false)
    expect(checks.filter(check => check.severity === 'blocking').map(check => check.id)).toEqual(['items', 'people'])
    expect(await db.place.count({ where: { studyId: id } })).toBe(0)
  })

  test('asks for complete blocks only when the protocol does', async () => {
    const member = await makeSignedIn()
    const items = [{}, { responses: ['one', 'two'] }]
    const open = await makeStudy({ items, memberIds: [member.userId], open: false })
    const strict = await makeStudy({
      items,
      memberIds: [member.userId],
      open: false,
      protocol: { completeBlocks: true },
    })
    expect(await codeOf(openStudy(await access(strict.studyId)))).toBe('conflict')
    expect(await openStudy(await access(open.studyId))).toEqual({ items: 2, places: 2 })
  })

  test('happens once, however often it is asked for at the same time', async () => {
    const { studyId, member } = await ready(4)
    const study = await access(studyId)
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(openStudy(study))))
    expect(codes.sort()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'done'])
    expect(await db.place.count({ where: { studyId } })).toBe(4)
    expect(await actions(studyId)).toEqual(['study.opened'])
    const next = await continueStudy(await makeMemberAccess(member.signInId, studyId))
    expect(next.status).toBe('assignment')
  })

  test('estimates the work from the texts', async () => {
    const { studyId } = await ready()
    const { effort } = await getDraftOverview(await access(studyId))
    expect(effort.judgments).toBe(3)
    expect(effort.hours).toBeGreaterThan(0)
    expect(effort.languages).toMatchObject([{ language: 'en', slotsPerItem: 3 }])
  })
})

describe('pausing', () => {
  test('leases stand still for as long as the pause', async () => {
    const { studyId, member } = await ready(4)
    await openStudy(await access(studyId))
    await continueStudy(await makeMemberAccess(member.signInId, studyId))
    const before = await db.assignment.findMany({ where: { studyId }, orderBy: { id: 'asc' } })
    expect(before.map(assignment => assignment.state).sort()).toEqual(['AHEAD', 'SHOWN'])
    await pauseStudy(await access(studyId))
    // The pause began an hour ago, as far as the database knows.
    await db.$executeRaw`UPDATE studies SET paused_at = paused_at - interval '1 hour' WHERE id = ${studyId}::uuid`
    await resumeStudy(await access(studyId))

    const after = await db.assignment.findMany({ where: { studyId }, orderBy: { id: 'asc' } })
    for (const [index, assignment] of after.entries()) {
      const shift = assignment.leaseUntil.getTime() - (before[index]?.leaseUntil.getTime() ?? 0)
      expect(shift).toBeGreaterThanOrEqual(3_600_000)
      expect(shift).toBeLessThan(3_660_000)
      const place = await db.place.findFirstOrThrow({ where: { holderId: assignment.id } })
      expect(Math.abs((place.takeoverAt?.getTime() ?? 0) - assignment.leaseUntil.getTime())).toBeLessThan(1000)
    }
    expect(await db.study.findUniqueOrThrow({ where: { id: studyId } })).toMatchObject({
      state: 'OPEN',
      pausedAt: null,
    })
    expect(await actions(studyId)).toEqual(['study.opened', 'study.paused', 'study.resumed'])
  })
})

describe('closing and unblinding', () => {
  test('unfinished work has to be accepted; leases end, drafts stay', async () => {
    const { studyId, member } = await ready(3)
    await openStudy(await access(studyId))
    const next = await continueStudy(await makeMemberAccess(member.signInId, studyId))
    const assignmentId = next.status === 'assignment' ? next.assignment : ''
    await db.draft.create({ data: { assignmentId, content: { ratings: [] } } })

    const refusal = await closeStudy(await access(studyId), { acceptUnfinished: false }).catch(
      (error: unknown) => error,
    )
    expect(refusal).toMatchObject({ code: 'conflict', detail: { unfinished: { openPlaces: 3, drafts: 1 } } })
    await closeStudy(await access(studyId), { acceptUnfinished: true })
    expect(await db.assignment.count({ where: { studyId, state: { in: ['AHEAD', 'SHOWN'] } } })).toBe(0)
    expect(await db.place.count({ where: { studyId, state: 'HELD' } })).toBe(0)
    expect(await db.draft.count({ where: { assignmentId } })).toBe(1)
    expect(await codeOf(resumeStudy(await access(studyId)))).toBe('conflict')
    expect(await codeOf(setStudyAnnotators(await access(studyId), { set: [], remove: [member.userId] }))).toBe(
      'conflict',
    )
  })

  test('models stay hidden until the study is closed and unblinded, with the reason on record', async () => {
    const { studyId } = await ready()
    await openStudy(await access(studyId))
    expect(await codeOf(unblindStudy(await access(studyId), { reason: 'too early for this' }))).toBe('conflict')
    await closeStudy(await access(studyId), { acceptUnfinished: true })
    expect((await access(studyId)).sealed).toBe(true)
    await unblindStudy(await access(studyId), { reason: 'The study is over.' })
    expect((await access(studyId)).sealed).toBe(false)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { studyId }, orderBy: { seq: 'desc' } })
    expect(entry).toMatchObject({ action: 'study.unblinded', actorId: admin.userId })
    expect(JSON.parse(entry.body).detail).toEqual({ reason: 'The study is over.' })
    expect(await codeOf(unblindStudy(await access(studyId), { reason: 'once more please' }))).toBe('conflict')
  })

  test('a draft closes only with recorded judgments alone', async () => {
    const { studyId, itemIds } = await ready(1)
    expect(await codeOf(closeStudy(await access(studyId), { acceptUnfinished: true }))).toBe('conflict')
    await db.judgment.create({
      data: {
        studyId,
        itemId: itemIds[0] ?? '',
        origin: 'RECORDED',
        annotatorLabel: 'somebody',
        protocolVersion: 1,
        idempotencyKey: crypto.randomUUID(),
        payloadHash: new Uint8Array(32),
      },
    })
    await closeStudy(await access(studyId), { acceptUnfinished: false })
    expect(await db.study.findUniqueOrThrow({ where: { id: studyId } })).toMatchObject({
      state: 'CLOSED',
      openedAt: null,
    })
    expect((await db.protocol.findFirstOrThrow({ where: { studyId } })).frozenAt).not.toBeNull()
  })

  test('a running study cannot be archived; an archived one can only be restored', async () => {
    const { studyId } = await ready()
    await openStudy(await access(studyId))
    expect(await codeOf(archiveStudy(await access(studyId)))).toBe('conflict')
    await closeStudy(await access(studyId), { acceptUnfinished: true })
    await archiveStudy(await access(studyId))
    expect(await codeOf(unblindStudy(await access(studyId), { reason: 'a good reason' }))).toBe('conflict')
    await restoreStudy(await access(studyId))
    expect(await codeOf(unblindStudy(await access(studyId), { reason: 'a good reason' }))).toBe('done')
  })
})

describe('people', () => {
  test('a removed person keeps what is on the screen, and the look-ahead goes back', async () => {
    const { studyId, member } = await ready(4)
    await openStudy(await access(studyId))
    await continueStudy(await makeMemberAccess(member.signInId, studyId))
    await setStudyAnnotators(await access(studyId), { set: [], remove: [member.userId] })
    const states = (await db.assignment.findMany({ where: { studyId } })).map(assignment => assignment.state).sort()
    expect(states).toEqual(['CANCELLED', 'SHOWN'])
    expect(await db.place.count({ where: { studyId, state: 'HELD' } })).toBe(1)
    await expect(makeMemberAccess(member.signInId, studyId)).rejects.toMatchObject({ code: 'not_found' })

    await setStudyAnnotators(await access(studyId), { set: [{ userId: member.userId, quota: 2 }], remove: [] })
    const back = await db.studyAnnotator.findUniqueOrThrow({
      where: { studyId_userId: { studyId, userId: member.userId } },
    })
    expect(back).toMatchObject({ quota: 2, removedAt: null, languages: ['en'] })
  })

  test('nobody unknown or disabled is added', async () => {
    const { studyId } = await ready()
    const disabled = await makeSignedIn()
    await db.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } })
    const add = async (userId: string) =>
      setStudyAnnotators(await access(studyId), { set: [{ userId, quota: null }], remove: [] })
    expect(await codeOf(add(disabled.userId))).toBe('invalid')
    expect(await codeOf(add(crypto.randomUUID()))).toBe('invalid')
  })
})

describe('duplicating', () => {
  test('copies protocol, people and items under new ids, codes and a new seed; never judgments', async () => {
    const { studyId, member } = await ready(3)
    const { id, slug } = await duplicateStudy(await access(studyId), {
      name: 'The copy',
      withItems: true,
      withPeople: true,
    })
    const [from, to] = await Promise.all(
      [studyId, id].map(one =>
        db.study.findUniqueOrThrow({
          where: { id: one },
          include: { models: true, items: { include: { responses: { include: { source: true } } } } },
        }),
      ),
    )
    expect(slug).toBe('the-copy')
    expect(to?.state).toBe('DRAFT')
    expect(Buffer.from(to?.seed ?? []).equals(Buffer.from(from?.seed ?? []))).toBe(false)
    const texts = (study: typeof from) =>
      study?.items.flatMap(item => item.responses.map(response => response.turns[0])).sort()
    expect(texts(to)).toEqual(texts(from))
    const ids = (study: typeof from) =>
      study?.items.flatMap(item => [item.id, ...item.responses.map(response => response.id)]) ?? []
    expect(ids(to).filter(one => ids(from).includes(one))).toEqual([])
    expect(to?.models.map(model => model.name).sort()).toEqual(from?.models.map(model => model.name).sort())
    expect(await db.studyAnnotator.count({ where: { studyId: id, userId: member.userId } })).toBe(1)
    // Each response is still of the model of the same name.
    const byName = (study: typeof from) =>
      study?.items
        .flatMap(item =>
          item.responses.map(
            response =>
              `${response.turns[0]} ${study.models.find(model => model.id === response.source?.modelId)?.name}`,
          ),
        )
        .sort()
    expect(byName(to)).toEqual(byName(from))
    expect(await openStudy(await access(id))).toEqual({ items: 3, places: 3 })
  })
})
