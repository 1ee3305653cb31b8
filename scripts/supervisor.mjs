// Keeps processes and the built-in PostgreSQL running.
import { stopChild } from './child-process.mjs'
import { isEnding } from './lifecycle.mjs'
import { say } from './progress.mjs'

const maxFailures = 8
const steadyMs = 60_000
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))
const describe = end => (typeof end === 'number' ? `exit code ${end}` : (end?.message ?? end))

/** Seconds before the n-th restart in a row: 0.5, 1, 2, … up to 30. */
export const restartDelayMs = failures => Math.min(500 * 2 ** (failures - 1), 30_000)

/**
 * Keeps a process running: starts it (or takes over `child`), and starts it again when it ends, each time a little
 * later. After eight ends in a row without a minute of steady work it gives up and calls `onGiveUp`.
 * Returns `replace()`, for a new version of the program, and `stop()`.
 */
export function supervise(name, start, onGiveUp, child = start()) {
  let stopped = false
  let replacing = false
  async function keepRunning() {
    let failures = 0
    for (;;) {
      const startedMs = Date.now()
      const end = await child.ended
      if (stopped || isEnding()) return
      if (replacing) {
        replacing = false
        failures = 0
        child = start()
        continue
      }
      failures = Date.now() - startedMs > steadyMs ? 1 : failures + 1
      if (failures > maxFailures) {
        say(`${name} ended ${failures} times in a row; giving up`)
        onGiveUp()
        return
      }
      const delayMs = restartDelayMs(failures)
      say(`${name} ended (${describe(end)}); starting it again in ${delayMs / 1000} s`)
      await sleep(delayMs)
      if (stopped || isEnding()) return
      child = start()
    }
  }
  keepRunning()
  return {
    replace: () => {
      replacing = true
      return stopChild(child)
    },
    stop: async () => {
      stopped = true
      await stopChild(child)
    },
  }
}

/** Looks after the built-in PostgreSQL once a second and starts it again when it died. */
export function watchServer(server, onGiveUp) {
  let stopped = false
  async function watch() {
    for (let failures = 0; !stopped && !isEnding(); await sleep(1000)) {
      if (server.isAlive()) continue
      say('PostgreSQL ended; starting it again')
      try {
        await server.revive()
        say('PostgreSQL runs again')
        failures = 0
      } catch (error) {
        if (stopped || isEnding()) return
        say(error.message)
        failures += 1
        if (failures >= 3) return onGiveUp()
      }
    }
  }
  watch()
  return () => {
    stopped = true
  }
}
