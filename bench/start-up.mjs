// From starting the process to the first answer that needed the database: product on small and large data, minimal app.
import { stopChild } from '../scripts/child-process.mjs'
import { freePort } from '../scripts/free-port.mjs'
import { say } from '../scripts/progress.mjs'
import { startWeb } from '../scripts/web-server.mjs'
import { prepareFloors, spawnMinimalWeb } from './floors.mjs'
import { freshCopy } from './fresh-copy.mjs'
import { openClient } from './http-client.mjs'
import { memoryMb } from './process-usage.mjs'
import { environmentOf, makeCookies } from './product.mjs'
import { ensureStudyTemplate } from './study-data.mjs'
import { largeStudy, smallStudy } from './submit-loops.mjs'

const host = '127.0.0.1'
const pauseMs = 5

async function timeUntilAnswer(start, port, path, cookie) {
  const client = openClient(`http://${host}:${port}`, { cookie })
  const startedMs = performance.now()
  const child = start()
  for (;;) {
    const status = await client.request('GET', path).then(
      answer => answer.status,
      () => 0,
    )
    if (status === 200) break
    if (child.exitCode !== null || performance.now() - startedMs > 60_000) throw new Error(`no answer to ${path}`)
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
  const ms = performance.now() - startedMs
  const memory = memoryMb(child.pid)
  client.close()
  await stopChild(child)
  return { ms, memory }
}

const listStudies = `/api/trpc/assignments.listStudies?batch=1&input=${encodeURIComponent('{"0":{"json":null,"meta":{"values":["undefined"]}}}')}`

async function timeProduct(copy) {
  const port = await freePort(0, host)
  const env = environmentOf(copy, port)
  const [cookie] = await makeCookies(copy, env.NEXTAUTH_SECRET)
  return timeUntilAnswer(() => startWeb({ env, host, port }), port, listStudies, cookie)
}

async function timeMinimal(url) {
  const port = await freePort(0, host)
  return timeUntilAnswer(() => spawnMinimalWeb(url, port), port, '/item/1')
}

/** @returns one record per round: `{minimal, small, large}`, each `{ms, memory}` */
export async function measureStart(server, { quick, rounds }) {
  await prepareFloors(server)
  const small = await freshCopy(server, await ensureStudyTemplate(server, smallStudy))
  const large = await freshCopy(server, await ensureStudyTemplate(server, largeStudy(quick)))
  const results = []
  const starts = {
    minimal: () => timeMinimal(server.url('bench_minimal')),
    small: () => timeProduct(small),
    large: () => timeProduct(large),
  }
  // Starts are short and vary: two for each round, in another order each time.
  for (let round = 0; round < rounds * 2; round++) {
    say(`start-up: round ${round + 1} of ${rounds * 2}`)
    const names = Object.keys(starts)
    const result = {}
    for (const name of round % 2 === 0 ? names : names.toReversed()) result[name] = await starts[name]()
    results.push(result)
  }
  await small.dispose()
  await large.dispose()
  return results
}
