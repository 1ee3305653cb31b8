// What the product is measured against: one prepared insert, and a Next app that does nothing but a page and an insert.
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startNode, stopChild, succeed } from '../scripts/child-process.mjs'
import { createDatabase, withClient } from '../scripts/databases.mjs'
import { freePort } from '../scripts/free-port.mjs'
import { packageFile, root } from '../scripts/paths.mjs'
import { say } from '../scripts/progress.mjs'
import { digestOf, once } from '../scripts/stamps.mjs'
import { closedLoop } from './closed-loop.mjs'
import { freshCopy, readCounters } from './fresh-copy.mjs'
import { openClient } from './http-client.mjs'

const host = '127.0.0.1'
const template = 'bench_minimal'
const app = path.join(root, 'bench/minimal-next')
const next = packageFile('next', 'dist/bin/next')
const responseCount = 100_000

const tables = `
  create table if not exists item (id int primary key, prompt text not null);
  create table if not exists response (id int primary key, item_id int not null references item, model smallint not null, body text not null);
  create table if not exists score (id bigserial primary key, response_id int not null references response, annotator_id int not null,
    category smallint not null, value smallint not null, created_at timestamptz not null default now(),
    unique (response_id, annotator_id, category));
  insert into item select n, repeat('p', 400) from generate_series(1, 20000) n on conflict do nothing;
  insert into response select n, (n - 1) / 5 + 1, (n - 1) % 5 + 1, repeat('r', 1200) from generate_series(1, ${responseCount}) n
    on conflict do nothing;`

/** Makes the minimal app's database and builds the app, once. */
export async function prepareFloors(server) {
  await createDatabase(server.url('postgres'), template)
  await withClient(server.url(template), async client => {
    const { rows } = await client.query(`select to_regclass('score') as found`)
    if (!rows[0].found) await client.query(`begin; ${tables} commit;`)
    await client.query('vacuum analyze')
  })
  const key = digestOf(['bench/minimal-next/app', 'bench/minimal-next/next.config.js', 'package-lock.json'])
  await once('build-minimal-next', key, fs.existsSync(path.join(app, '.next/BUILD_ID')), async () => {
    say('building the minimal Next app')
    await succeed('next build (minimal app)', startNode([next, 'build', app], { env: { ASSAY_SETUP_STEP: '1' } }))
  })
}

const random = most => 1 + Math.floor(Math.random() * most)

/** Starts the minimal app's process on `url`; it is ready when its page answers. */
export function spawnMinimalWeb(url, port) {
  const env = { DATABASE_URL: url, NODE_ENV: 'production' }
  return startNode([next, 'start', app, '-p', String(port), '-H', host], {
    env,
    detached: process.platform !== 'win32',
  })
}

/** Starts the minimal app on a fresh copy of its database. */
export async function startMinimal(server) {
  const copy = await freshCopy(server, template)
  const port = await freePort(0, host)
  const child = spawnMinimalWeb(copy.url, port)
  const baseUrl = `http://${host}:${port}`
  const probe = openClient(baseUrl)
  const until = Date.now() + 60_000
  for (;;) {
    const status = await probe.request('GET', '/item/1').then(
      answer => answer.status,
      () => 0,
    )
    if (status === 200) break
    if (Date.now() > until || child.exitCode !== null) throw new Error('the minimal Next app did not start; see above')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  probe.close()
  const counters = readCounters(server, copy, child.pid)
  return {
    baseUrl,
    pid: child.pid,
    copy,
    counters,
    stop: async () => {
      await stopChild(child)
      await copy.dispose()
    },
  }
}

/** One turn of the minimal app: its page, then its insert. */
async function scoreOne(client, timed) {
  const response = random(responseCount)
  const page = await timed('page', () => client.request('GET', `/item/${response}`))
  if (page.status !== 200) throw new Error(`page: ${page.status}`)
  const body = JSON.stringify({ response, annotator: random(1e9), category: random(5), value: random(5) })
  const posted = await timed('post', () => client.request('POST', '/api/score', { body }))
  if (posted.status !== 200) throw new Error(`post: ${posted.status}`)
}

/** `count` browsers that use the minimal app; the function that is returned runs one slice of `seconds`. */
export function browsersAtWork(minimal, count) {
  const clients = Array.from({ length: count }, () => openClient(minimal.baseUrl))
  return async seconds => {
    const slice = await closedLoop({ clients, turn: scoreOne, seconds, readCounters: minimal.counters })
    for (const client of clients) client.close()
    return slice
  }
}

const insertText =
  'insert into score (response_id, annotator_id, category, value) values ($1, $2, $3, $4) on conflict do nothing'

/** The floor of floors: a prepared single-row insert over `connections`, for `seconds`. */
export async function insertRows(url, connections, seconds) {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const insert = () =>
    pool.query({ name: 'floor', text: insertText, values: [random(responseCount), random(1e9), random(5), random(5)] })
  const clients = Array.from({ length: connections })
  const slice = await closedLoop({ clients, turn: (_, timed) => timed('insert', insert), seconds })
  await pool.end()
  return slice
}
