import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { createApiKey } from '../people/commands/create-api-key'
import { revokeApiKey } from '../people/commands/revoke-api-key'
import { requireAdmin } from '../people/queries'
import { listApiKeys } from '../people/queries/list-api-keys'
import { db, disconnect } from '../platform/db'
import { answerRequest } from './commands/answer-request'
import { makeApiClient } from './make-api-client'
import type { Operation } from './operation'
import { operations } from './router'

afterAll(disconnect)

const nobody = '00000000-0000-0000-0000-000000000000'
const secrets = {} as Record<'all' | 'read' | 'own' | 'other' | 'revoked' | 'expired' | 'disabled' | 'demoted', string>
let slug = ''

async function makeAdmin() {
  const person = await makeSignedIn({ role: 'ADMIN' })
  return { ...person, admin: await requireAdmin(person.signInId) }
}

beforeAll(async () => {
  const { admin } = await makeAdmin()
  const study = await makeStudy({ items: [{}], open: false })
  const other = await makeStudy({ items: [{}], open: false })
  slug = (await db.study.findUniqueOrThrow({ where: { id: study.studyId } })).slug
  const make = async (by: typeof admin, scopes: ('READ' | 'WRITE')[], studyId: string | null = null) =>
    createApiKey(by, { name: 'Key', scopes, studyId, validDays: null })
  secrets.all = (await make(admin, ['WRITE'])).secret
  secrets.read = (await make(admin, ['READ'])).secret
  secrets.own = (await make(admin, ['WRITE'], study.studyId)).secret
  secrets.other = (await make(admin, ['WRITE'], other.studyId)).secret
  const revoked = await make(admin, ['WRITE'])
  await revokeApiKey(admin, revoked.id)
  secrets.revoked = revoked.secret
  const expired = await make(admin, ['WRITE'])
  await db.apiKey.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
  secrets.expired = expired.secret
  const disabled = await makeAdmin()
  secrets.disabled = (await make(disabled.admin, ['WRITE'])).secret
  await db.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } })
  const demoted = await makeAdmin()
  secrets.demoted = (await make(demoted.admin, ['WRITE'])).secret
  await db.user.update({ where: { id: demoted.userId }, data: { role: 'ANNOTATOR' } })
})

/** An address of an operation at which there is nothing but the study: whoever passes the gate changes nothing. */
const addressOf = ({ path }: Operation) =>
  path
    .replace('{study}', slug)
    .replace('{table}', 'scores')
    .replace('{item}', 'nothing')
    .replace(/\{\w+\}/g, nobody)

/** Sends what no write takes, so that nothing happens where the gate is passed. */
const ask = (operation: Operation, secret: string | null, headers: Record<string, string> = {}) =>
  makeApiClient(secret)(operation.method, `${addressOf(operation)}?no-such-parameter=1`, { headers })

describe.each(operations.map(operation => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s',
  (_, operation) => {
    test('lets nobody in without a key that is good', async () => {
      for (const secret of [
        null,
        'assay_unknown',
        secrets.revoked,
        secrets.expired,
        secrets.disabled,
        secrets.demoted,
      ]) {
        const answer = await ask(operation, secret)
        expect(answer.status).toBe(401)
        expect(answer.headers.get('www-authenticate')).toContain('Bearer')
      }
    })

    test('keeps to scope and study', async () => {
      const isStudy = operation.reach === 'study'
      const passed = 400
      expect((await ask(operation, secrets.all)).status).toBe(passed)
      expect((await ask(operation, secrets.read)).status).toBe(operation.scope === 'READ' ? passed : 403)
      expect((await ask(operation, secrets.own)).status).toBe(operation.reach === 'lab' ? 403 : passed)
      expect((await ask(operation, secrets.other)).status).toBe(
        operation.reach === 'lab' ? 403 : isStudy ? 404 : passed,
      )
    })
  },
)

test('a sign-in is no key, of an admin as little as of an annotator', async () => {
  for (const role of ['ADMIN', 'ANNOTATOR'] as const) {
    const { signInId } = await makeSignedIn({ role })
    const answer = await makeApiClient(null)('GET', '/studies', {
      headers: { cookie: `next-auth.session-token=${signInId}`, authorization: `Bearer ${signInId}` },
    })
    expect(answer.status).toBe(401)
  }
})

test('a key for one study lists that one, and tells who it is', async () => {
  const call = makeApiClient(secrets.own)
  expect((await call('GET', '/studies')).body.data.map((study: { slug: string }) => study.slug)).toEqual([slug])
  expect((await call('GET', '/me')).body).toMatchObject({ scopes: ['read', 'write'], study: { slug } })
  expect((await makeApiClient(secrets.read)('GET', '/me')).body).toMatchObject({ scopes: ['read'], study: null })
})

test('the secret is nowhere in the database, and its use is noted', async () => {
  await makeApiClient(secrets.all)('GET', '/me')
  const [{ found } = { found: 1 }] = await db.$queryRaw<{ found: number }[]>`
    SELECT count(*)::int AS found FROM api_keys k WHERE k::text LIKE '%' || ${secrets.all.slice(12)} || '%'`
  expect(found).toBe(0)
  const { admin } = await makeAdmin()
  const listed = await listApiKeys(admin)
  expect(listed.find(key => secrets.all.startsWith(key.prefix))).toMatchObject({
    state: 'active',
    lastUsedAt: expect.any(Date),
  })
  expect(listed.map(key => key.state).sort()).toEqual([
    'active',
    'active',
    'active',
    'active',
    'disabled',
    'disabled',
    'expired',
    'revoked',
  ])
})

describe('requests that are no good', () => {
  const call = (method: string, path: string, more: Parameters<ReturnType<typeof makeApiClient>>[2] = {}) =>
    makeApiClient(secrets.all)(method, path, more)

  test('say so in one shape', async () => {
    const missing = await call('GET', '/nothing/at/all')
    expect(missing).toMatchObject({ status: 404, body: { status: 404, instance: '/api/v1/nothing/at/all' } })
    expect(missing.headers.get('content-type')).toBe('application/problem+json')
    const method = await call('DELETE', '/studies')
    expect(method.status).toBe(405)
    expect(method.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect(await call('POST', '/studies', { body: 'not json', type: 'application/json' })).toMatchObject({
      status: 400,
    })
    expect(await call('POST', '/studies', { body: '{}', type: 'text/plain' })).toMatchObject({ status: 415 })
    expect(await call('GET', '/studies?limit=0')).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'limit' }] },
    })
    expect(await call('GET', '/studies?cursor=bad')).toMatchObject({ status: 400 })
    expect(await call('GET', `/studies/${slug}/exports/none`)).toMatchObject({ status: 404 })
    expect(await call('POST', '/studies', { body: { name: 'Half \ud83d', preset: 'blank' } })).toMatchObject({
      status: 422,
    })
    expect(await call('POST', '/studies', { body: { name: 'With\u0000NUL', preset: 'blank' } })).toMatchObject({
      status: 422,
    })
    const large = await call('POST', '/studies', {
      body: JSON.stringify({ name: 'x'.repeat(5_000_000) }),
      type: 'application/json',
    })
    expect(large.status).toBe(413)
    expect((await call('GET', '/studies')).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('HEAD and OPTIONS are what they should be', async () => {
    const head = await answerRequest(
      new Request('http://localhost:3000/api/v1/studies', {
        method: 'HEAD',
        headers: { authorization: `Bearer ${secrets.all}` },
      }),
    )
    expect([head.status, await head.text(), head.headers.get('content-type')]).toEqual([200, '', 'application/json'])
    const options = await answerRequest(new Request('http://localhost:3000/api/v1/studies', { method: 'OPTIONS' }))
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS'])
  })

  test('too many of a key are put off, with the headers that say how long', async () => {
    const { admin } = await makeAdmin()
    const { id, secret } = await createApiKey(admin, { name: 'Busy', scopes: ['READ'], studyId: null, validDays: null })
    const first = await makeApiClient(secret)('GET', '/me')
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=599;t=\d+$/)
    await db.$executeRaw`UPDATE rate_limits SET count = 600 WHERE key = ${`api:${id}`}`
    const late = await makeApiClient(secret)('GET', '/me')
    expect([late.status, late.headers.get('ratelimit')?.startsWith('"default";r=0;')]).toEqual([429, true])
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
