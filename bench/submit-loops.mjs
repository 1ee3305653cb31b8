// Autosave + submit, by 1 to 200 annotators on a small and a large study, beside the two floors, in turn.
import { withClient } from '../scripts/databases.mjs'
import { say } from '../scripts/progress.mjs'
import { inTurn } from './closed-loop.mjs'
import { browsersAtWork, insertRows, prepareFloors, startMinimal } from './floors.mjs'
import { memoryMb } from './process-usage.mjs'
import { annotatorsAtWork, startProduct } from './product.mjs'
import { ensureStudyTemplate } from './study-data.mjs'

export const smallStudy = { items: 1000, annotatorsPerItem: 40 }
export const largeStudy = quick => ({ items: quick ? 5000 : 100_000, annotatorsPerItem: 4 })

const levelsOf = quick => (quick ? [1, 50] : [1, 10, 50, 200])
const insertLevels = [1, 10, 50]

/** How many of the submissions that were acknowledged are stored, whole, under their key. */
async function countStored(product) {
  const keys = [...product.acknowledged.keys()]
  const { rows } = await withClient(product.copy.url, client =>
    client.query(
      `SELECT count(*)::int AS n FROM judgments j WHERE j.idempotency_key = ANY ($1::uuid[])
         AND (SELECT count(*) FROM ratings r WHERE r.judgment_id = j.id) = 3`,
      [keys],
    ),
  )
  return { acknowledged: keys.length, stored: rows[0].n }
}

const describe = (name, { clients, loopsPerSecond, steps, errors }) => {
  const step = steps.submit ?? steps.post ?? steps.insert
  const ms = value => (value === null || value === undefined ? '–' : value.toFixed(1))
  say(
    `  ${name.padEnd(14)} ${String(clients).padStart(3)}: ${loopsPerSecond.toFixed(0).padStart(5)} loops/s, last step p50 ${ms(step?.p50)} p95 ${ms(step?.p95)} ms, ${errors} errors`,
  )
}

/** One round: each level on each of them, one after the other; who begins changes from round to round. */
async function measureRound(server, { small, large, quick, seconds, round }) {
  const targets = {
    small: await startProduct(server, small),
    minimal: await startMinimal(server),
    large: await startProduct(server, large),
  }
  const atWork = (side, clients) => (side === 'minimal' ? browsersAtWork : annotatorsAtWork)(targets[side], clients)
  const names = Object.keys(targets)
  const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)]
  // The first requests of a process are slow for all of them, and say nothing about the hundredth.
  for (const side of order) await atWork(side, 4)(quick ? 1 : 3)
  const levels = { small: {}, minimal: {}, large: {}, insert: {} }
  for (const clients of levelsOf(quick)) {
    const slices = Object.fromEntries(order.map(side => [side, atWork(side, clients)]))
    if (insertLevels.includes(clients))
      slices.insert = share => insertRows(targets.minimal.copy.url, clients, share / 2)
    for (const [side, result] of Object.entries(await inTurn(slices, seconds))) {
      levels[side][clients] = result
      describe(side, result)
    }
  }
  const memory = Object.fromEntries(order.map(side => [side, memoryMb(targets[side].pid)]))
  const stored = await countStored(targets.small)
  const storedLarge = await countStored(targets.large)
  for (const side of order) await targets[side].stop()
  return { levels, memory, stored, storedLarge }
}

/** @returns one record per round: `levels[side][clients]`, `memory[side]` in MB, and what was acknowledged and stored */
export async function measureSubmit(server, { quick, rounds, seconds }) {
  await prepareFloors(server)
  const small = await ensureStudyTemplate(server, smallStudy)
  const large = await ensureStudyTemplate(server, largeStudy(quick))
  const results = []
  for (let round = 0; round < rounds; round++) {
    say(`submit: round ${round + 1} of ${rounds}`)
    results.push(await measureRound(server, { small, large, quick, seconds, round }))
  }
  return results
}
