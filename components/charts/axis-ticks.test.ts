import { expect, test } from 'vitest'
import { axisTicks } from './axis-ticks'

test.each([
  [0, 10, [0, 2, 4, 6, 8, 10]],
  [-0.04, 1.13, [-0.5, 0, 0.5, 1, 1.5]],
  [0, 0.21, [0, 0.05, 0.1, 0.15, 0.2, 0.25]],
  [-1.7, 2.13, [-2, -1, 0, 1, 2, 3]],
  [0, 3, [0, 1, 2, 3]],
  [0, 100, [0, 20, 40, 60, 80, 100]],
])('%s to %s', (least, most, ticks) => {
  expect(axisTicks(least, most)).toEqual(ticks)
})

test('the ticks hold what is drawn, also where all is one value', () => {
  for (const [least, most] of [
    [0.3, 0.3],
    [-2, -2],
    [0, 0],
    [1e-7, 3e-7],
    [12_345, 98_765],
  ] as const) {
    const ticks = axisTicks(least, most)
    expect(ticks[0]).toBeLessThanOrEqual(least)
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
    expect(ticks.length).toBeGreaterThanOrEqual(2)
    expect(ticks.length).toBeLessThanOrEqual(9)
  }
})
