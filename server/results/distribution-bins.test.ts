import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributionBins, stepsPerBin } from './distribution-bins'

const row = (language: string, steps: number, ratings: number) => ({ language, modelId: 'm', steps, ratings })

describe('distributionBins', () => {
  it('adds languages up for all of them, and picks one otherwise', () => {
    const counts = [row('en', 8, 3), row('zh', 8, 2), { ...row('en', 8, 9), modelId: 'other' }]
    const scale = { min: 0, max: 10, step: 1 }
    expect(distributionBins(counts, 'm', null, scale)[8]).toMatchObject({ label: '8', count: 5 })
    expect(distributionBins(counts, 'm', 'zh', scale)[8]?.count).toBe(2)
  })

  it('names ranges where a scale has many steps', () => {
    const bins = distributionBins([row('en', 100, 1)], 'm', null, { min: 0, max: 10, step: 0.1 })
    expect(bins).toHaveLength(20)
    expect(bins[0]?.label).toBe('0.0–0.4')
    expect(bins.at(-1)).toMatchObject({ label: '9.5–10.0', count: 1 })
  })

  it('never draws more than twenty-one bins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), steps => {
        expect(Math.ceil((steps + 1) / stepsPerBin(steps))).toBeLessThanOrEqual(21)
      }),
    )
  })
})
