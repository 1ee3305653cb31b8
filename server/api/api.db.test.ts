import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { createApiKey } from '../people/commands/create-api-key'
import { requireAdmin } from '../people/queries'
import { disconnect } from '../platform/db'
import { answerRequest } from './commands/answer-request'

afterAll(disconnect)

test('first', async () => {
  const admin = await requireAdmin((await makeSignedIn({ role: 'ADMIN' })).signInId)
  const { secret } = await createApiKey(admin, { name: 'k', scopes: ['WRITE'], studyId: null, validDays: null })
  const ask = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const r = await answerRequest(
      new Request(`http://localhost:3000/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...more,
        },
        body: body ? JSON.stringify(body) : undefined,
      }),
    )
    console.log(method, path, r.status, Object.fromEntries(r.headers), (await r.text()).slice(0, 1500))
  }
  await ask('GET', '/me')
  await ask(
    'POST',
    '/studies',
    { name: 'A study', preset: 'general-chat', protocol: { annotatorsPerItem: 2 } },
    { 'idempotency-key': 'a' },
  )
  await ask(
    'POST',
    '/studies',
    { name: 'A study', preset: 'general-chat', protocol: { annotatorsPerItem: 2 } },
    { 'idempotency-key': 'a' },
  )
  await ask(
    'POST',
    '/studies',
    { name: 'A study', preset: 'general-chat', protocol: { annotatorsPerItem: 3 } },
    { 'idempotency-key': 'a' },
  )
  await ask('POST', '/studies', { name: 'A', preset: 'x', protocol: { annotatorsPerItem: 3 }, foo: 1 })
  await ask('GET', '/studies?limit=1')
  await ask('GET', '/studies/a-study')
  await ask('PATCH', '/studies/a-study', { name: 'Better name', protocol: { annotatorsPerItem: 0, x: 1 } })
  await ask('GET', '/studies/a-study/opening-checks')
  await ask('POST', '/studies/a-study/open')
  await ask('DELETE', '/studies/a-study/open')
  await ask('GET', '/nothing')
})
