import { expect, it } from 'vitest'
import { restartDelayMs } from './supervisor.mjs'

it('waits twice as long after each failure, and half a minute at most', () => {
  expect([1, 2, 3, 4].map(restartDelayMs)).toEqual([500, 1000, 2000, 4000])
  expect(restartDelayMs(50)).toBe(30_000)
})
