import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { requireAdmin } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { createStudy } from '../studies/commands/create-study'
import { verifyAuditChain } from './audit-chain'
import { recordAudit } from './commands'
import { auditExportStream, listAuditEntries, verifyTrail } from './queries'
import { listAuditSchema } from './schema'

let admin: Awaited<ReturnType<typeof requireAdmin>>
beforeAll(async () => {
  admin = await requireAdmin((await makeSignedIn({ role: 'ADMIN' })).signInId)
  for (let number = 1; number <= 5; number++)
    await createStudy(admin, {
      name: `Audited ${number} – “quotes”, 汉字, \u2028`,
      preset: 'general-chat',
      disclosure: '',
    })
  await db.$transaction(tx => recordAudit(tx, { actorId: null, action: 'system.started' }))
})
afterAll(disconnect)

const entries = () => db.auditEntry.findMany({ orderBy: { seq: 'asc' } })

test('the trail that commands wrote is whole, and says so with its newest hash', async () => {
  const stored = await entries()
  const verdict = await verifyTrail(admin)
  expect(verdict).toEqual({
    isWhole: true,
    entries: 6,
    headHash: Buffer.from(stored.at(-1)?.hash ?? []).toString('hex'),
  })
  expect(verifyAuditChain(stored)).toEqual(verdict)
})

test('entries written at once never fork the chain', async () => {
  const before = await db.auditEntry.count()
  await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      db.$transaction(tx => recordAudit(tx, { actorId: admin.userId, action: 'test.parallel', detail: { number } })),
    ),
  )
  expect(await verifyTrail(admin)).toMatchObject({ isWhole: true, entries: before + 20 })
})

test('an act that fails leaves no entry', async () => {
  const before = await db.auditEntry.count()
  const act = db.$transaction(async tx => {
    await recordAudit(tx, { actorId: null, action: 'test.rolled-back' })
    throw new Error('no')
  })
  await expect(act).rejects.toThrow('no')
  expect(await db.auditEntry.count()).toBe(before)
})

test('the database refuses to change, delete or truncate', async () => {
  const refused = /append-only/
  await expect(db.$executeRaw`UPDATE audit_entries SET action = 'nothing'`).rejects.toThrow(refused)
  await expect(db.$executeRaw`DELETE FROM audit_entries WHERE seq = 1`).rejects.toThrow(refused)
  await expect(db.$executeRaw`TRUNCATE audit_entries`).rejects.toThrow(refused)
  await expect(db.auditEntry.deleteMany()).rejects.toThrow(refused)
})

test('a row that was changed behind the triggers is found', async () => {
  const [victim] = await entries()
  if (!victim) throw new Error('there is no entry')
  const tamper = async (sql: () => Promise<unknown>) => {
    await db.$executeRaw`ALTER TABLE audit_entries DISABLE TRIGGER audit_no_change`
    await sql()
    await db.$executeRaw`ALTER TABLE audit_entries ENABLE TRIGGER audit_no_change`
    return verifyTrail(admin)
  }
  const seq = 3n
  const third = await db.auditEntry.findUniqueOrThrow({ where: { seq } })
  const body = third.body.replace('Audited', 'Adjusted')
  expect(await tamper(() => db.$executeRaw`UPDATE audit_entries SET body = ${body} WHERE seq = ${seq}`)).toMatchObject({
    isWhole: false,
    brokenAt: '3',
    why: 'hash',
  })
  await tamper(() => db.$executeRaw`UPDATE audit_entries SET body = ${third.body} WHERE seq = ${seq}`)
  // The columns are outside of the hash, but have to say what the text says.
  expect(
    await tamper(() => db.$executeRaw`UPDATE audit_entries SET action = 'study.opened' WHERE seq = ${seq}`),
  ).toMatchObject({ isWhole: false, brokenAt: '3', why: 'columns' })
  await tamper(() => db.$executeRaw`UPDATE audit_entries SET action = ${third.action} WHERE seq = ${seq}`)
  expect(await tamper(() => db.$executeRaw`DELETE FROM audit_entries WHERE seq = ${seq}`)).toMatchObject({
    isWhole: false,
    brokenAt: '4',
    why: 'sequence',
  })
})

test('the list is filtered and paged, the newest first', async () => {
  const { lines } = await listAuditEntries(admin, listAuditSchema.parse({ action: 'study' }))
  expect(new Set(lines.map(line => line.action))).toEqual(new Set(['study.created']))
  const operator = await listAuditEntries(admin, listAuditSchema.parse({ actor: 'operator' }))
  expect(operator.lines.map(line => line.action)).toEqual(['system.started'])
  const older = await listAuditEntries(admin, listAuditSchema.parse({ before: '3' }))
  expect(older.lines.map(line => line.seq)).toEqual(['2', '1'])
})

test('the export can be verified by anybody who has it', async () => {
  const text = await new Response(auditExportStream(admin, { studyId: null })).text()
  const lines = text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.length).toBe(await db.auditEntry.count())
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
  const upToTheGap = lines.filter(line => BigInt(line.seq) < 3n)
  const verdict = verifyAuditChain(
    upToTheGap.map(line => ({
      ...line,
      seq: BigInt(line.seq),
      at: new Date(line.at),
      prevHash: bytes(line.prevHash),
      hash: bytes(line.hash),
    })),
  )
  expect(verdict).toMatchObject({ isWhole: true, entries: 2 })
})
