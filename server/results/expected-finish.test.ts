import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedFinish } from './expected-finish'

const dayMs = 24 * 3_600_000

describe('expectedFinish', () => {
  it('carries the recent pace on', () => {
    expect(expectedFinish({ remaining: 100, recent: 50, windowMs: 7 * dayMs, isRunning: true })).toMatchObject({
      inMs: 14 * dayMs,
      perDay: 50 / 7,
    })
  })

  it.each([
    [{ remaining: 0, recent: 50, windowMs: dayMs, isRunning: true }, 'nothing left'],
    [{ remaining: 9, recent: 50, windowMs: dayMs, isRunning: false }, 'not running'],
    [{ remaining: 9, recent: 4, windowMs: dayMs, isRunning: true }, 'too little to go by'],
    [{ remaining: 9, recent: 50, windowMs: 0, isRunning: true }, 'too little to go by'],
  ])('says why it expects nothing: %o', (pace, reason) => {
    expect(expectedFinish(pace)).toMatchObject({ inMs: null, reason })
  })

  it('never ends later when there is less left', () => {
    const count = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 5, max: 100_000 }), (a, b, recent) => {
        const at = (remaining: number) => expectedFinish({ remaining, recent, windowMs: dayMs, isRunning: true }).inMs
        expect(at(Math.min(a, b)) ?? 0).toBeLessThanOrEqual(at(Math.max(a, b)) ?? 0)
      }),
    )
  })
})
