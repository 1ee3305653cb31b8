import { expect, test } from '@playwright/test'
import { chatItems } from './canary-items'
import { makeCanaryStudy } from './canary-study'
import { makeNormaliser } from './normalised-answer'
import { copyDatabase, makeOwnDatabase, startWebOn } from './own-application'
import { openClient } from './person-client'
import { runStatementOn } from './run-statement-on'

// Two databases that differ in nothing but where the responses are from serve an annotator the same bytes.

/** Everything that says where a response is from becomes something else, of another length and another order. */
const swap = [
  `UPDATE models SET name = 'Another ' || (100 - position) || repeat(' and more', position), code_name = 'Code ' || (100 - position)`,
  `UPDATE response_sources SET metadata = jsonb_build_object('provider', 'another', 'latency_ms', length(raw_text), 'cost', 1),
     raw_text = reverse(raw_text) || repeat('.', 1000)`,
  `UPDATE response_reasoning SET text = repeat('Other thoughts. ', 50)`,
  `UPDATE items SET metadata = '{"another": true}', external_id = 'another-' || md5(external_id)`,
  `UPDATE imports SET file_name = 'another.jsonl', sha256 = NULL, byte_size = 1, summary = NULL`,
  `DELETE FROM import_problems`,
]

/**
 * A question, and its answer. A page is asked for several times: React streams a part that was not ready in time to
 * another place of the same document, so that a page has several faces, and chance decides which one comes.
 */
type Answered = [name: string, variants: string[]]

interface Content {
  id: string
  responses: unknown[]
}

/** All that an annotator can do, in order; every answer that there was, by the question. */
async function work(databaseUrl: string, origin: string, study: { slug: string; userId: string }, known: Set<string>) {
  const client = await openClient({ databaseUrl, origin }, study.userId)
  const normalise = makeNormaliser(origin, known)
  const answers: Answered[] = []
  const get = async (name: string, path: string, headers?: Record<string, string>, times = 1) => {
    const variants = new Set<string>()
    for (let time = 0; time < times; time++) variants.add(normalise(await client.send('GET', path, undefined, headers)))
    answers.push([name, [...variants]])
  }
  const page = async (name: string, path: string) => {
    await get(`${name} (html)`, path, {}, 4)
    await get(`${name} (components)`, path, { rsc: '1' }, 2)
  }
  const call = async (name: string, procedure: string, input: unknown): Promise<unknown> => {
    const type = { 'content-type': 'application/json' }
    const answer = await client.send('POST', `/api/trpc/${procedure}`, JSON.stringify({ json: input }), type)
    answers.push([name, [normalise(answer)]])
    return JSON.parse(answer.text).result?.data?.json
  }
  const query = (name: string, procedure: string, input: unknown) =>
    get(name, `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`)

  await page('work', '/work')
  for (let item = 0; item < chatItems.length; item++) {
    const at = `item ${item}`
    const { assignment } = (await call(at, 'assignments.continueStudy', { study: study.slug })) as {
      assignment: string
    }
    await page(at, `/work/${assignment}`)
    await query(`${at}: get`, 'assignments.getAssignment', { assignment })
    const got = (await client.send(
      'GET',
      `/api/trpc/assignments.getAssignment?input=${encodeURIComponent(JSON.stringify({ json: { assignment } }))}`,
    )) as { text: string }
    const { content } = JSON.parse(got.text).result.data.json as { content: Content }
    await call(`${at}: show`, 'assignments.showAssignment', { assignment })
    const ratings = content.responses.map((_, index) => ({ criterion: 'score', slot: index + 1, value: 7 }))
    await call(`${at}: draft`, 'judgments.saveDraft', { assignment, base: 0, content: { ratings }, activeMs: 0 })
    await call(`${at}: conflict`, 'judgments.saveDraft', { assignment, base: 7, content: { ratings }, activeMs: 0 })
    await call(`${at}: flag`, 'assignments.flagItem', { assignment, kind: 'OTHER', note: 'A note.' })
    await call(`${at}: refused`, 'judgments.submit', { assignment, key: 'none', content: { ratings }, activeMs: 0 })
    if (item % 5 === 4) await call(`${at}: skip`, 'assignments.skipAssignment', { assignment, reason: 'A reason.' })
    else {
      const key = `00000000-0000-4000-8000-${String(item).padStart(12, '0')}`
      await call(`${at}: submit`, 'judgments.submit', { assignment, key, content: { ratings }, activeMs: 0 })
      await call(`${at}: again`, 'judgments.submit', { assignment, key, content: { ratings }, activeMs: 0 })
      await page(`${at}: judged`, `/work/${assignment}`)
    }
  }
  await call('nothing left', 'assignments.continueStudy', { study: study.slug })
  await page('work at the end', '/work')
  await page('judgments', '/work/judgments')
  await query('own judgments', 'judgments.listOwn', {})
  await page('statement', '/work/statement')
  const days = 'from=2020-01-01&to=2100-01-01&timeZone=UTC'
  await get('statement as CSV', `/api/downloads/statement?${days}`)
  await page('account', '/account')
  for (const path of ['/work/unknown', '/nowhere', '/studies', `/studies/${study.slug}`, '/people', '/audit'])
    await page(path, path)
  client.close()
  return answers
}

test('who made the responses changes no byte of what an annotator gets', async () => {
  test.setTimeout(240_000)
  const first = await makeOwnDatabase('swap_first')
  const study = await makeCanaryStudy(first.url)
  const second = await copyDatabase(first.url, 'swap_second')
  const servers: Awaited<ReturnType<typeof startWebOn>>[] = []
  try {
    for (const statement of swap) await runStatementOn(second.url, statement, [])
    const names = (url: string) =>
      runStatementOn<{ name: string }>(url, 'SELECT name FROM models ORDER BY position', [])
    expect(await names(second.url)).not.toEqual(await names(first.url))

    const known = new Set(
      (
        await runStatementOn<{ id: string }>(
          first.url,
          `SELECT id::text FROM responses UNION SELECT id::text FROM items UNION SELECT id::text FROM models
           UNION SELECT id::text FROM users UNION SELECT id::text FROM studies UNION SELECT id::text FROM categories`,
          [],
        )
      ).map(row => row.id),
    )
    const results: Answered[][] = []
    for (const { url } of [first, second]) {
      const server = await startWebOn(url)
      servers.push(server)
      results.push(await work(url, server.origin, { slug: study.slug, userId: study.annotator.id }, known))
    }
    const [here = [], there = []] = results
    expect(there.map(([name]) => name)).toEqual(here.map(([name]) => name))
    for (const [index, [name, variants]] of here.entries()) {
      const others = there[index]?.[1] ?? []
      if (!variants.some(variant => others.includes(variant))) expect(others[0], name).toBe(variants[0])
    }

    // It was work that was done, and prompts that were shown; another prompt would have been seen.
    const text = here.flatMap(([, variants]) => variants).join('\n')
    expect(here.filter(([name, [answer]]) => name.endsWith('submit') && answer?.includes('"submitted"')).length).toBe(
      12,
    )
    expect(text.split(study.canaries.planted).length).toBeGreaterThan(5 * chatItems.length)
  } finally {
    for (const server of servers) await server.stop()
    await first.drop()
    await second.drop()
  }
})
