import { afterAll, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { requireAdmin } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { postMessage } from './adapters/post-message'
import { isPublicAddress } from './adapters/public-address'
import { createWebhook } from './commands/create-webhook'
import { allWebhooks } from './schema'

afterAll(disconnect)

// In this file nothing allows private addresses.

test.each([
  ['http://example.org/', 'insecure'],
  ['https://127.0.0.1/', 'private-address'],
  ['https://[::1]/', 'private-address'],
  ['https://[::ffff:127.0.0.1]/', 'private-address'],
  ['https://169.254.169.254/latest/meta-data/', 'private-address'],
  ['https://0x7f.1/', 'private-address'],
  ['https://2130706433/', 'private-address'],
  ['https://localhost/', 'private-address'],
  ['https://1.1.1.1:25/', 'port'],
  ['https://no-such-name.invalid/', 'name'],
])('%s is not asked: %s', async (url, problem) => {
  expect(await postMessage(url, {}, '{}')).toEqual({ status: null, answer: '', problem })
})

test('such an address cannot be entered', async () => {
  const admin = await requireAdmin((await makeSignedIn({ role: 'ADMIN' })).signInId)
  for (const url of ['http://1.1.1.1/', 'https://localhost/hook', 'https://10.0.0.8/', 'https://1.1.1.1:22/'])
    await expect(
      createWebhook(admin, allWebhooks, { url, events: ['study.opened'], study: null }),
    ).rejects.toMatchObject({
      code: 'invalid',
    })
  expect(await db.webhook.count()).toBe(0)
})

test('which addresses are the Internet’s', () => {
  for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true)
  for (const address of [
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'fd00::1',
    'fe80::1',
    '::',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
  ])
    expect(isPublicAddress(address)).toBe(false)
})
