import { describe, expect, it } from 'vitest'
import { itemsForSignTest } from './items-for-sign-test'
import { planInputSchema } from './plan-input'
import { planRow } from './plan-row'
import { assumedSpread, plannedMeasures } from './planned-measure'
import { presetProtocol } from './presets'

describe('planning', () => {
  it('52 tasks with 40 % wins and 30 % losses have 10 % power', () => {
    const row = planRow(52, { scores: null, winShare: 0.4, lossShare: 0.3, power: 0.8 })
    expect(row?.sign.power).toBeCloseTo(0.103, 3)
    expect(row?.sign.detectable).toBeCloseTo(0.333, 3)
    expect(row?.paired).toBeNull()
    expect(planRow(1, { scores: null, winShare: 0.4, lossShare: 0.3, power: 0.8 })).toBeNull()
  })

  it('392 items find 0.227 where differences spread by 1.6, and that difference with the power asked for', () => {
    const scores = { deviation: 1.6, difference: 0.227 }
    const row = planRow(392, { scores, winShare: 0.4, lossShare: 0.3, power: 0.8 })
    expect(row?.paired?.detectable).toBeCloseTo(0.227, 3)
    expect(row?.paired?.power).toBeCloseTo(0.8, 2)
  })

  it('finds how many comparisons are enough, or that none are', () => {
    const enough = itemsForSignTest(0.4, 0.3, 0.8) ?? 0
    const power = (items: number) =>
      planRow(items, { scores: null, winShare: 0.4, lossShare: 0.3, power: 0.8 })?.sign.power ?? 0
    expect(power(enough)).toBeGreaterThanOrEqual(0.8)
    expect(power(enough - 20)).toBeLessThan(0.8)
    expect(itemsForSignTest(0.3, 0.3, 0.8)).toBeNull()
    expect(itemsForSignTest(0.301, 0.3, 0.8)).toBeNull()
  })

  it('reads an address, and refuses what cannot be', () => {
    expect(planInputSchema.parse({ items: '52', wins: '40', losses: '', from: '' })).toEqual({
      items: 52,
      wins: 40,
      losses: undefined,
      from: undefined,
    })
    for (const wrong of [{ items: '1' }, { items: 'x' }, { wins: '80', losses: '30' }, { wins: '0', losses: '0' }])
      expect(planInputSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
  })

  it('takes the headline of each preset, and its scale', () => {
    const headline = (preset: Parameters<typeof presetProtocol>[0]) => plannedMeasures(presetProtocol(preset))[0]
    expect(headline('general-chat')).toMatchObject({ criterion: 'score', scores: { min: 0, max: 10 } })
    expect(headline('preference')).toMatchObject({ criterion: 'overall', scores: null })
    expect(headline('expert-rubric')?.scores).toEqual({ min: 0, max: 100 })
    expect(assumedSpread({ min: 0, max: 10 })).toEqual({ deviation: 2.5, difference: 0.5 })
  })
})
