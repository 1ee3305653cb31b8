import { expect, test } from '@playwright/test'
import { makeCanaryStudy } from './canary-study'
import { listForbiddenValues } from './forbidden-values'
import { hostileInputs } from './hostile-inputs'
import { castNet, type Net } from './net'
import { environmentOf, makeOwnDatabase, startWebOn } from './own-application'
import { type Answer, openClient, type PersonClient } from './person-client'
import { runServerProgram } from './server-program'

// What annotators and strangers get out of the procedures by asking for more than the pages ask for.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

interface Procedure {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  audience: string
}

let database: Awaited<ReturnType<typeof makeOwnDatabase>>
let web: Awaited<ReturnType<typeof startWebOn>>
let study: Awaited<ReturnType<typeof makeCanaryStudy>>
let procedures: Procedure[]
const nets: Net[] = []
let annotator: PersonClient
const own = { study: '', assignment: '' }

const openFor = (net: Net, userId: string | null) =>
  openClient({ databaseUrl: database.url, origin: web.origin, proxy: net.proxy.server }, userId)

async function castOne(): Promise<Net> {
  const net = await castNet(web.origin)
  nets.push(net)
  return net
}

test.beforeAll(async () => {
  database = await makeOwnDatabase('procedures')
  study = await makeCanaryStudy(database.url)
  procedures = await runServerProgram<Procedure[]>('list-procedures', {}, environmentOf(database.url))
  web = await startWebOn(database.url)
  annotator = await openFor(await castOne(), study.annotator.id)
  const continued = await annotator.call('assignments.continueStudy', { study: study.slug })
  Object.assign(own, { study: study.slug, assignment: (continued as { assignment: string }).assignment })
})
test.afterAll(async () => {
  annotator?.close()
  for (const net of nets) await net.proxy.stop()
  await web?.stop()
  await database?.drop()
})

const nobody = '00000000-0000-0000-0000-000000000000'
const json = { 'content-type': 'application/json' }

/** The same questions by all ways that there are: as mutations, as queries, and as a stream of lines. */
async function ask(client: PersonClient, path: string, inputs: unknown[]): Promise<Answer[]> {
  const at = `/api/trpc/${inputs.map(() => path).join(',')}?batch=1`
  const batch = JSON.stringify(Object.fromEntries(inputs.map((input, index) => [index, input ?? null])))
  return Promise.all([
    client.send('POST', at, batch, json),
    client.send('GET', `${at}&input=${encodeURIComponent(batch)}`),
    client.send('POST', at, batch, { ...json, 'trpc-accept': 'application/jsonl' }),
  ])
}

/** The parts of a batch come in any order. */
const answersOf = (answers: Answer[] = []) =>
  answers.map(({ status, text }) => [status, text.split('\n').sort().join('\n')])

/** As many as a batch may hold. */
const inTens = (inputs: unknown[]) =>
  inputs.flatMap((_, index) => (index % 10 === 0 ? [inputs.slice(index, index + 10)] : []))

for (const name of ['annotator', 'stranger', 'nobody'] as const)
  test(`no procedure tells ${name} what they may not know, whatever it is asked`, async () => {
    test.setTimeout(180_000)
    const inputs = name === 'annotator' ? hostileInputs(own) : [{ json: own }, { json: {} }]
    const net = await castOne()
    const userId = name === 'nobody' ? null : study[name].id
    for (const { path, audience } of procedures) {
      // A sign-in for each: some procedures end all of them.
      const client = await openFor(net, userId)
      for (const some of inTens(inputs))
        for (const { text } of await ask(client, path, some)) {
          expect(text, path).not.toContain('"INTERNAL_SERVER_ERROR"')
          expect(text, path).not.toMatch(/\bat .+:\d+:\d+|node_modules|prisma|SELECT /i)
          if (audience === 'admin') expect(text, path).not.toContain('"result"')
        }
      client.close()
    }
    const forbidden = await listForbiddenValues(database.url, userId ?? nobody)
    expect(forbidden.length).toBeGreaterThan(300)
    // Those who are not in the study do not even get its prompts.
    const prompts = name === 'annotator' ? [] : [{ label: 'a prompt', value: study.canaries.planted }]
    // Everybody names the annotator's assignment in what they ask.
    const unnamed = forbidden.filter(({ value }) => value !== own.assignment)
    expect(net.leaks([...unnamed, ...prompts])).toEqual([])
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
    for (const { text } of await ask(annotator, path, [{ json: own }])) expect(text).not.toContain('"result"')
})

test("somebody else's assignment is as if it did not exist", async () => {
  const colleague = await openFor(await castOne(), study.colleague.id)
  const theirs = (await colleague.call('assignments.continueStudy', { study: study.slug })) as { assignment: string }
  expect(theirs.assignment).not.toBe(own.assignment)
  const unknown = '0b0d3b6e-6f3e-4a53-9a55-3a5d3b8a1c11'
  for (const { path, audience } of procedures) {
    if (audience !== 'annotator') continue
    const [real, invented] = await Promise.all(
      [theirs.assignment, unknown].map(assignment => ask(annotator, path, [{ json: { assignment } }])),
    )
    expect(answersOf(real)).toEqual(answersOf(invented))
  }
  colleague.close()
})

test('answers of procedures are never stored, and name neither software nor times', async () => {
  for (const { url, responseHeaders } of nets.flatMap(net => net.proxy.exchanges)) {
    if (!url.includes('/api/trpc/')) continue
    expect(responseHeaders).toMatch(/^cache-control: no-store$/im)
    expect(responseHeaders).not.toMatch(/^(x-powered-by|server|server-timing|etag|last-modified):/im)
  }
})
