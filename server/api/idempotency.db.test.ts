import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { createApiKey } from '../people/commands/create-api-key'
import { requireAdmin } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { makeApiClient } from './make-api-client'

afterAll(disconnect)

let call: ReturnType<typeof makeApiClient>
beforeAll(async () => {
  const admin = await requireAdmin((await makeSignedIn({ role: 'ADMIN' })).signInId)
  const made = await createApiKey(admin, { name: 'Script', scopes: ['WRITE'], studyId: null, validDays: 1 })
  call = makeApiClient(made.secret)
})

const once = (key: string) => ({ headers: { 'idempotency-key': key } })
const studies = (name: string) => db.study.count({ where: { name } })

test('a write that is repeated happens once and is answered alike; another under its key is refused', async () => {
  const key = randomUUID()
  const body = { name: 'Once only', preset: 'blank' }
  const first = await call('POST', '/studies', { body, ...once(key) })
  const second = await call('POST', '/studies', { body, ...once(key) })
  expect(second.status).toBe(201)
  expect(second.text).toBe(first.text)
  expect([first, second].map(answer => answer.headers.get('idempotent-replayed'))).toEqual([null, 'true'])
  expect(await studies('Once only')).toBe(1)
  const other = await call('POST', '/studies', { body: { ...body, name: 'Another' }, ...once(key) })
  expect(other).toMatchObject({ status: 422, body: { title: expect.stringContaining('Idempotency-Key') } })
  expect(await studies('Another')).toBe(0)
  expect(
    (await call('POST', '/studies', { body: { name: 'Another one', preset: 'blank' }, ...once(randomUUID()) })).status,
  ).toBe(201)
})

test('ten at once make one; the others are told to wait or get its answer', async () => {
  const key = randomUUID()
  const body = { name: 'Ten at once', preset: 'blank' }
  const answers = await Promise.all(Array.from({ length: 10 }, () => call('POST', '/studies', { body, ...once(key) })))
  expect(new Set(answers.map(answer => answer.status))).toEqual(
    new Set(answers.some(a => a.status === 409) ? [201, 409] : [201]),
  )
  expect(await studies('Ten at once')).toBe(1)
  expect(new Set(answers.filter(answer => answer.status === 201).map(answer => answer.body.id)).size).toBe(1)
})

test('a refused write leaves no note, so that it can be asked for again', async () => {
  const key = randomUUID()
  await call('POST', '/studies', { body: { name: 'Taken', slug: 'taken', preset: 'blank' } })
  const body = { name: 'Taken again', slug: 'taken', preset: 'blank' }
  expect(await call('POST', '/studies', { body, ...once(key) })).toMatchObject({ status: 409 })
  await db.study.update({ where: { slug: 'taken' }, data: { slug: 'free-now' } })
  expect(await call('POST', '/studies', { body, ...once(key) })).toMatchObject({ status: 201 })
})

test('what cannot be noted does not happen: write and note are one transaction', async () => {
  await db.$executeRaw`ALTER TABLE api_requests ADD CONSTRAINT broken CHECK (key <> 'broken')`
  const answer = await call('POST', '/studies', { body: { name: 'Never made', preset: 'blank' }, ...once('broken') })
  expect(answer).toMatchObject({ status: 500, body: { detail: expect.not.stringContaining('api_requests') } })
  expect(await studies('Never made')).toBe(0)
  expect(await db.auditEntry.count({ where: { body: { contains: 'Never made' } } })).toBe(0)
})

test('imports, too: the file is written with its note, and secrets are not kept in the clear', async () => {
  await call('POST', '/studies', { body: { name: 'Imports once', preset: 'blank' } })
  const line = JSON.stringify({ id: 'a', language: 'en', prompt: 'Why?', responses: [{ model: 'Alpha', text: 'So.' }] })
  const key = randomUUID()
  const first = await call('POST', '/studies/imports-once/items', { body: line, ...once(key) })
  const second = await call('POST', '/studies/imports-once/items', { body: line, ...once(key) })
  expect(first.body.summary.items.new).toBe(1)
  expect(second.text).toBe(first.text)
  expect(await db.import.count({ where: { study: { slug: 'imports-once' } } })).toBe(1)
  const hook = { url: 'https://example.org/hook', events: ['study.opened'] }
  const made = await call('POST', '/webhooks', { body: hook, ...once('secret') })
  const [{ found } = { found: 1 }] = await db.$queryRaw<{ found: number }[]>`
    SELECT count(*)::int AS found FROM api_requests r WHERE r.answer::text LIKE '%' || ${made.body.secret} || '%'`
  expect(found).toBe(0)
  expect((await call('POST', '/webhooks', { body: hook, ...once('secret') })).body.secret).toBe(made.body.secret)
})

test('after a day a key may be used for something else', async () => {
  await call('POST', '/studies', { body: { name: 'Yesterday', preset: 'blank' }, ...once('daily') })
  await db.$executeRaw`UPDATE api_requests SET created_at = now() - interval '25 hours' WHERE key = 'daily'`
  expect(
    (await call('POST', '/studies', { body: { name: 'Today', preset: 'blank' }, ...once('daily') })).body.name,
  ).toBe('Today')
})
