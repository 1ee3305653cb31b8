// Closed loops: each client starts its next turn when the last one is answered, without a pause.
import { ratio, summarise } from './numbers.mjs'

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))
const mostErrorsPerClient = 20

/**
 * Runs `turn(client, timed)` for every client, again and again: `warmMs` unmeasured, then for `seconds`.
 * `timed(name, work)` measures a step. `readCounters()` is read at both ends of the measured time; the differences are
 * returned per loop. `during()`, if given, runs beside it while it is measured.
 */
export async function closedLoop({ clients, turn, seconds, warmMs = 1000, readCounters = () => ({}), during }) {
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

  const running = clients.map(async client => {
    for (let failures = 0; !ended && failures < mostErrorsPerClient; ) {
      try {
        await timed('loop', () => turn(client, timed))
        if (measuring) loops++
      } catch (error) {
        failures++
        errors.set(error.message, (errors.get(error.message) ?? 0) + 1)
      }
    }
  })
  await sleep(warmMs)
  const before = await readCounters()
  const startedMs = performance.now()
  measuring = true
  const beside = during?.()
  await sleep(seconds * 1000)
  await beside
  measuring = false
  const measuredSeconds = (performance.now() - startedMs) / 1000
  const measuredLoops = loops
  const after = await readCounters()
  ended = true
  await Promise.all(running)

  const perLoop = Object.fromEntries(
    Object.keys(before).map(name => [name, ratio(after[name] - before[name], measuredLoops)]),
  )
  return {
    clients: clients.length,
    seconds: measuredSeconds,
    loops: measuredLoops,
    loopsPerSecond: measuredLoops / measuredSeconds,
    perLoop,
    errors: [...errors.values()].reduce((total, count) => total + count, 0),
    messages: Object.fromEntries(errors),
    steps: Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, summarise(values)])),
  }
}
