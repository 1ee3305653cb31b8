import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { restartDelayMs, supervise } from './supervisor.mjs'

it('waits twice as long after each failure, and half a minute at most', () => {
  expect([1, 2, 3, 4].map(restartDelayMs)).toEqual([500, 1000, 2000, 4000])
  expect(restartDelayMs(50)).toBe(30_000)
})

it('starts a killed process again, replaces one at once, and leaves it alone once stopped', async () => {
  const started: number[] = []
  const start = () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    started.push(child.pid ?? 0)
    return Object.assign(child, {
      ended: new Promise(resolve => child.once('exit', (code, signal) => resolve(code ?? signal))),
    })
  }
  const supervised = supervise('a test process', start, () => expect.unreachable())
  process.kill(started[0] ?? 0, 'SIGKILL')
  await expect.poll(() => started.length, { timeout: 5000 }).toBe(2)
  await supervised.replace()
  await expect.poll(() => started.length, { timeout: 300 }).toBe(3)
  await supervised.stop()
  expect(() => process.kill(started[2] ?? 0, 0)).toThrow(/ESRCH/)
  expect(started).toHaveLength(3)
}, 15_000)
