import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, pairedRatio, percentile, ratio, summarise } from './numbers.mjs'

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })

describe('percentile', () => {
  it('is the nearest rank', () => {
    expect(percentile([15, 20, 35, 40, 50], 0.3)).toBe(20)
    expect(percentile([15, 20, 35, 40, 50], 0.95)).toBe(50)
    expect(percentile([3, 1, 2], 0)).toBe(1)
    expect(percentile([], 0.5)).toBeNull()
  })

  it('is one of the samples, with at least that share at or below it', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const found = percentile(values, p)
        expect(values).toContain(found)
        expect(values.filter(value => value <= (found ?? 0)).length).toBeGreaterThanOrEqual(p * values.length - 1e-9)
      }),
    )
  })
})

describe('median', () => {
  it('is the middle, and leaves out what was not measured', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([1, 2, 3, 4])).toBe(2.5)
    expect(median([1, null, 3, Number.NaN])).toBe(2)
    expect(median([null])).toBeNull()
  })
})

describe('ratios', () => {
  it('are null when a side is missing', () => {
    expect(ratio(6, 3)).toBe(2)
    expect(ratio(null, 3)).toBeNull()
    expect(ratio(3, 0)).toBeNull()
  })

  it('are taken within a round, so that a slow machine in one round changes nothing', () => {
    const rounds = [
      { ours: 100, floor: 50 },
      { ours: 1000, floor: 500 },
      { ours: 20, floor: 10 },
    ]
    expect(
      pairedRatio(
        rounds,
        round => round.ours,
        round => round.floor,
      ),
    ).toBe(2)
  })
})

describe('summarise', () => {
  it('orders p50 and p95', () => {
    fc.assert(
      fc.property(samples, values => {
        const { n, p50, p95 } = summarise(values)
        expect(n).toBe(values.length)
        expect(p50 ?? 0).toBeLessThanOrEqual(p95 ?? 0)
      }),
    )
  })
})
