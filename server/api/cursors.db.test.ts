import { afterAll, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { createApiKey } from '../people/commands/create-api-key'
import { requireAdmin } from '../people/queries'
import { disconnect } from '../platform/db'
import { makeApiClient } from './make-api-client'

afterAll(disconnect)

const itemLines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) =>
    JSON.stringify({
      id: `item-${from + at}`,
      language: 'en',
      prompt: `Prompt ${from + at}`,
      responses: [{ model: 'Alpha', text: `Answer ${from + at}` }],
    }),
  ).join('\n')

test('pages neither repeat nor hide rows that were there, whatever comes meanwhile', async () => {
  const admin = await requireAdmin((await makeSignedIn({ role: 'ADMIN' })).signInId)
  const made = await createApiKey(admin, { name: 'Script', scopes: ['WRITE'], studyId: null, validDays: 1 })
  const call = makeApiClient(made.secret)
  for (let number = 1; number <= 5; number++)
    await call('POST', '/studies', { body: { name: `Study ${number}`, preset: 'blank' } })
  const seen: string[] = []
  for (let address: string | null = '/studies?limit=2', page = 0; address; page++) {
    const answer = await call('GET', address)
    seen.push(...answer.body.data.map((study: { name: string }) => study.name))
    address = answer.body.next && `/studies?limit=2&cursor=${answer.body.next}`
    await call('POST', '/studies', { body: { name: `Newer ${page}`, preset: 'blank' } })
  }
  expect(seen).toEqual(['Study 5', 'Study 4', 'Study 3', 'Study 2', 'Study 1'])

  await call('POST', '/studies/study-1/items', { body: itemLines(0, 5) })
  const items: string[] = []
  let cursor = ''
  for (let from = 5; from <= 7; from++) {
    const answer = await call('GET', `/studies/study-1/items?limit=3${cursor}`)
    items.push(...answer.body.data.map((item: { externalId: string }) => item.externalId))
    cursor = `&cursor=${answer.body.next}`
    if (answer.body.next === null) break
    await call('POST', '/studies/study-1/items', { body: itemLines(from, from + 1) })
  }
  expect(items).toEqual(['item-0', 'item-1', 'item-2', 'item-3', 'item-4', 'item-5'])
  await call('POST', '/studies/study-2/items', { body: itemLines(0, 3) })
  const ofOne = await call('GET', '/studies/study-1/items?limit=1')
  expect(await call('GET', `/studies/study-2/items?cursor=${ofOne.body.next}`)).toMatchObject({ status: 400 })
  const lines = await call('GET', '/studies/study-1/items', { headers: { accept: 'application/x-ndjson' } })
  expect(lines.text.trim().split('\n')).toHaveLength(6)
})
