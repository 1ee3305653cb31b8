// Results of a large study: how long they take, and what annotators notice of somebody who looks at them.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import jwt from 'next-auth/jwt'
import { bundlePrograms } from '../scripts/bundle.mjs'
import { withClient } from '../scripts/databases.mjs'
import { say } from '../scripts/progress.mjs'
import { bundleProgram } from './bundle-program.mjs'
import { inTurn } from './closed-loop.mjs'
import { freshCopy } from './fresh-copy.mjs'
import { openClient } from './http-client.mjs'
import { summarise } from './numbers.mjs'
import { annotatorsAtWork, environmentOf, startProduct } from './product.mjs'
import { runProgram } from './run-program.mjs'
import { ensureStudyTemplate } from './study-data.mjs'

const models = 5
const annotatorsPerItem = 2
/** A fifth of the places is left to be judged. */
const studyOf = ratings => ({
  items: Math.ceil((ratings * 1.25) / (models * annotatorsPerItem)),
  annotatorsPerItem,
  models,
  length: 600,
  ratings,
})

/** A third of the items in another language, and results that may be looked at while the study is open. */
const preparations = [
  `UPDATE items SET language = 'zh' WHERE position % 3 = 0`,
  `UPDATE protocols SET definition = definition || '{"blindAdmins": false}'`,
  // Long ago: what was judged within seconds is looked at again.
  `UPDATE judgments SET submitted_at = submitted_at - interval '1 day'`,
  'VACUUM ANALYZE',
]

async function prepared(server, template) {
  const copy = await freshCopy(server, template)
  await withClient(copy.url, async client => {
    for (const statement of preparations) await client.query(statement)
  })
  return copy
}

/** Milliseconds of one fit, or null. */
function timeNumpy(votes) {
  const run = spawnSync('python3', ['bench/bradley-terry.py', String(votes)], { encoding: 'utf8' })
  return run.status === 0 ? Number(run.stdout) : null
}

async function adminCookie(product) {
  const signIn = randomUUID()
  await withClient(product.copy.url, async client => {
    for (const statement of preparations) await client.query(statement)
    await client.query(
      `WITH admin AS (
         INSERT INTO users (id, email, name, pseudonym, role, welcomed_at)
         VALUES (gen_random_uuid(), 'admin@example.org', 'Admin', 'admin', 'ADMIN', now()) RETURNING id)
       INSERT INTO sign_ins (id, user_id, expires_at) SELECT $1, id, now() + interval '10 years' FROM admin`,
      [signIn],
    )
  })
  const { NEXTAUTH_SECRET: secret } = environmentOf(product.copy, 0)
  return `next-auth.session-token=${await jwt.encode({ token: { signInId: signIn }, secret })}`
}

/** Looks at the scores again and again, with a second between two looks. */
async function lookAtResults(product, cookie, seconds, times) {
  const client = openClient(product.baseUrl, { cookie })
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const startedMs = performance.now()
    const { status, text } = await client.request('GET', '/studies/bench/results')
    if (status !== 200) throw new Error(`the page of results: ${status} ${text.slice(0, 200)}`)
    times.push(performance.now() - startedMs)
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
  client.close()
}

/** @returns one record per round: the milliseconds of results-program.ts, `numpyMs`, and `{quiet, busy, lookMs}` */
export async function measureResults(server, { rounds, seconds, ratings }) {
  await bundlePrograms()
  const program = await bundleProgram('results-program')
  const template = await ensureStudyTemplate(server, studyOf(ratings))
  const copy = await prepared(server, template)
  const results = []
  for (let round = 0; round < rounds; round++) {
    say(`results: round ${round + 1} of ${rounds}`)
    const measured = await runProgram(program, copy)
    results.push({ ...measured, numpyMs: timeNumpy(1_000_000) })
    const { plainMs, uncachedMs, cachedMs, incrementalMs } = measured
    say(
      `  plain ${plainMs.toFixed(0)}, nothing kept ${uncachedMs.toFixed(0)}, kept ${cachedMs.toFixed(0)}, after a submit ${incrementalMs.toFixed(0)} ms`,
    )
  }
  await copy.dispose()
  const product = await startProduct(server, template, { slots: models })
  const cookie = await adminCookie(product)
  await lookAtResults(product, cookie, 1, [])
  await annotatorsAtWork(product, 10)(1)
  for (const result of results) {
    const times = []
    const work = annotatorsAtWork(product, 10)
    const sides = {
      quiet: share => work(share),
      busy: share => work(share, () => lookAtResults(product, cookie, share, times)),
    }
    Object.assign(result, await inTurn(sides, seconds), { lookMs: summarise(times) })
  }
  await product.stop()
  return results
}
