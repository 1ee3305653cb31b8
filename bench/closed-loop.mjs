// Closed loops: each client starts its next turn when the last one is answered, without a pause.
import { ratio, summarise } from './numbers.mjs'

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))
const mostErrorsPerClient = 20

/**
 * Runs `turn(client, timed)` for every client, again and again: unmeasured until each has done one turn, then for `seconds`.
 * `timed(name, work)` measures a step. `readCounters()` is read at both ends of the measured time; the differences are
 * returned. `during()`, if given, runs beside it while it is measured.
 */
export async function closedLoop({
  clients,
  turn,
  seconds,
  warmMs = 300,
  readCounters = () => ({}),
  during = async () => {},
}) {
  const samples = {}
  const errors = new Map()
  let measuring = false
  let ended = false
  let loops = 0

  const timed = async (name, work) => {
    if (!measuring) return work()
    const startedMs = performance.now()
    const result = await work()
    samples[name] ??= []
    samples[name].push(performance.now() - startedMs)
    return result
  }

  const begun = []
  const running = clients.map(async client => {
    let begin
    begun.push(
      new Promise(resolve => {
        begin = resolve
      }),
    )
    for (let failures = 0; !ended && failures < mostErrorsPerClient; ) {
      try {
        await timed('loop', () => turn(client, timed))
        if (measuring) loops++
        begin()
      } catch (error) {
        failures++
        errors.set(error.message, (errors.get(error.message) ?? 0) + 1)
      }
    }
    begin()
  })
  // Connecting, and finding the first thing to do, are not what is measured.
  await Promise.all([sleep(warmMs), ...begun])
  const before = await readCounters()
  const startedMs = performance.now()
  measuring = true
  const beside = during()
  await sleep(seconds * 1000)
  await beside
  measuring = false
  const measuredSeconds = (performance.now() - startedMs) / 1000
  const measuredLoops = loops
  const after = await readCounters()
  ended = true
  await Promise.all(running)

  const used = Object.fromEntries(Object.keys(before).map(name => [name, after[name] - before[name]]))
  return { clients: clients.length, seconds: measuredSeconds, loops: measuredLoops, used, errors, samples }
}

/** One result of the slices of a measurement: loops per second, use per loop, errors, and p50 and p95 of each step. */
export function summariseSlices(slices) {
  const sum = read => slices.reduce((total, slice) => total + read(slice), 0)
  const loops = sum(slice => slice.loops)
  const messages = {}
  for (const { errors } of slices)
    for (const [message, count] of errors) messages[message] = (messages[message] ?? 0) + count
  const steps = new Set(slices.flatMap(slice => Object.keys(slice.samples)))
  const samplesOf = step => slices.flatMap(slice => slice.samples[step] ?? [])
  return {
    clients: slices[0].clients,
    loops,
    loopsPerSecond: loops / sum(slice => slice.seconds),
    perLoop: Object.fromEntries(
      Object.keys(slices[0].used).map(name => [
        name,
        ratio(
          sum(slice => slice.used[name]),
          loops,
        ),
      ]),
    ),
    errors: Object.values(messages).reduce((total, count) => total + count, 0),
    messages,
    steps: Object.fromEntries([...steps].map(step => [step, summarise(samplesOf(step))])),
  }
}

/**
 * Measures several sides in turn, forth and back, so that a minute in which the machine was slow hits all of them:
 * `sides[name](seconds)` runs one slice. Resolves to one result per name.
 */
export async function inTurn(sides, seconds, slices = 2) {
  const order = Object.keys(sides)
  const found = Object.fromEntries(order.map(name => [name, []]))
  for (let slice = 0; slice < slices; slice++) {
    for (const name of slice % 2 === 0 ? order : order.toReversed())
      found[name].push(await sides[name](seconds / slices))
  }
  return Object.fromEntries(order.map(name => [name, summariseSlices(found[name])]))
}
