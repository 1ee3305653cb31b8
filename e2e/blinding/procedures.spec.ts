import { expect, test } from '@playwright/test'
import { makeCanaryStudy } from './canary-study'
import { listForbiddenValues } from './forbidden-values'
import { hostileInputs } from './hostile-inputs'
import { castNet, type Net } from './net'
import { environmentOf, makeOwnDatabase, startWebOn } from './own-application'
import { type Answer, openClient, type PersonClient } from './person-client'
import { runServerProgram } from './server-program'

// What annotators and strangers get out of the procedures by asking for more than the pages ask for.
test.describe.configure({ mode: 'serial' })

interface Procedure {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  audience: string
}

let database: Awaited<ReturnType<typeof makeOwnDatabase>>
let web: Awaited<ReturnType<typeof startWebOn>>
let study: Awaited<ReturnType<typeof makeCanaryStudy>>
let procedures: Procedure[]
let net: Net
let annotator: PersonClient
const own = { study: '', assignment: '' }

const openFor = (userId: string | null) =>
  openClient({ databaseUrl: database.url, origin: web.origin, proxy: net.proxy.server }, userId)

test.beforeAll(async () => {
  database = await makeOwnDatabase('procedures')
  study = await makeCanaryStudy(database.url)
  procedures = await runServerProgram<Procedure[]>('list-procedures', {}, environmentOf(database.url))
  web = await startWebOn(database.url)
  net = await castNet(web.origin)
  annotator = await openFor(study.annotator.id)
  const continued = await annotator.call('assignments.continueStudy', { study: study.slug })
  Object.assign(own, { study: study.slug, assignment: (continued as { assignment: string }).assignment })
})
test.afterAll(async () => {
  annotator?.close()
  await net?.proxy.stop()
  await web?.stop()
  await database?.drop()
})

const json = { 'content-type': 'application/json' }
const query = (input: unknown) => (input === undefined ? '' : `input=${encodeURIComponent(JSON.stringify(input))}`)

/** The same question by all ways that there are: as a mutation, a query, one of a batch, and as a stream of lines. */
async function ask(client: PersonClient, path: string, input: unknown) {
  const at = `/api/trpc/${path}`
  const body = JSON.stringify(input ?? null)
  const batch = JSON.stringify({ 0: input ?? null, 1: input ?? null })
  return Promise.all([
    client.send('POST', at, body, json),
    client.send('GET', `${at}?${query(input)}`),
    client.send('POST', `${at},${path}?batch=1`, batch, { ...json, 'trpc-accept': 'application/jsonl' }),
  ])
}

/** The parts of a batch come in any order. */
const answersOf = (answers: Answer[] = []) =>
  answers.map(({ status, text }) => [status, text.split('\n').sort().join('\n')])

const refused = (status: number) => status >= 400 && status < 500

for (const name of ['annotator', 'stranger', 'nobody'] as const)
  test(`no procedure tells ${name} what they may not know, whatever it is asked`, async () => {
    test.setTimeout(180_000)
    const inputs = hostileInputs(own)
    for (const { path, type, audience } of procedures) {
      // A sign-in for each: some procedures end all of them.
      const client = await openFor(name === 'nobody' ? null : study[name].id)
      for (const input of name === 'annotator' ? inputs : [{ json: own }, { json: {} }]) {
        const [asMutation, asQuery, asBatch] = await ask(client, path, input)
        for (const { status, text } of [asMutation, asQuery, asBatch]) {
          expect(status, `${type} ${path} of ${JSON.stringify(input)}: ${text}`).not.toBe(500)
          expect(text, path).not.toMatch(/\bat .+:\d+:\d+|node_modules|prisma|SELECT /i)
        }
        if (audience !== 'admin') continue
        for (const { status, text } of [asMutation, asQuery]) expect(refused(status), `${path}: ${text}`).toBe(true)
        expect(asBatch.text, path).not.toContain('"result"')
      }
      client.close()
    }
    const forbidden = await listForbiddenValues(database.url, study.annotator.id)
    expect(forbidden.length).toBeGreaterThan(300)
    expect(net.leaks(forbidden)).toEqual([])
  })

test('batches are short, and names that are no procedures get nothing', async () => {
  const many = Array.from({ length: 11 }, () => 'assignments.listStudies').join(',')
  expect((await annotator.send('GET', `/api/trpc/${many}?batch=1&input=%7B%7D`)).status).toBe(400)
  for (const path of [
    'models.list',
    'responses.get',
    'assignments',
    'constructor',
    '__proto__',
    'assignments.toString',
  ])
    for (const { text } of await ask(annotator, path, { json: own })) expect(text).not.toContain('"result"')
})

test("somebody else's assignment is as if it did not exist", async () => {
  const colleague = await openFor(study.colleague.id)
  const theirs = (await colleague.call('assignments.continueStudy', { study: study.slug })) as { assignment: string }
  expect(theirs.assignment).not.toBe(own.assignment)
  const unknown = '0b0d3b6e-6f3e-4a53-9a55-3a5d3b8a1c11'
  for (const { path, audience } of procedures) {
    if (audience !== 'annotator') continue
    const [real, invented] = await Promise.all(
      [theirs.assignment, unknown].map(assignment => ask(annotator, path, { json: { assignment } })),
    )
    expect(answersOf(real)).toEqual(answersOf(invented))
  }
  colleague.close()
})

test('answers of procedures are never stored, and name neither software nor times', async () => {
  for (const { url, responseHeaders } of net.proxy.exchanges) {
    if (!url.includes('/api/trpc/')) continue
    expect(responseHeaders).toMatch(/^cache-control: no-store$/im)
    expect(responseHeaders).not.toMatch(/^(x-powered-by|server|server-timing|etag|last-modified):/im)
  }
})
