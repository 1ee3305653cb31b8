import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presetProtocol } from '../studies/presets'
import { type BridgedItem, planBridge } from './bridge-plan'

const rules = { ...presetProtocol('blank'), bridgeAnchors: 1 }
const seed = new Uint8Array(32).fill(7)
const response = (item: number, model: string) => ({ id: `${item}-${model}`, models: model })
const items = (count: number, old: string[]): BridgedItem[] =>
  Array.from({ length: count }, (_, item) => ({
    id: `item-${String(item).padStart(3, '0')}`,
    language: 'en',
    categoryId: null,
    fresh: [response(item, 'new')],
    judged: old.map(model => response(item, model)),
  }))

describe('a bridge', () => {
  test('shows the new response with one old one; each old model equally often, each in each slot equally often', () => {
    const places = planBridge(items(24, ['a', 'b', 'c']), rules, seed, '1')
    expect(places).toHaveLength(24)
    const anchors = places.map(place => place.slotOrder.find(id => !id.endsWith('-new')) ?? '')
    for (const model of ['a', 'b', 'c']) expect(anchors.filter(id => id.endsWith(model))).toHaveLength(8)
    const newFirst = places.filter(place => place.slotOrder[0]?.endsWith('-new')).length
    expect(Math.abs(newFirst - 12)).toBeLessThanOrEqual(2)
  })

  test('nothing without an old response, and never more than eight', () => {
    expect(planBridge(items(3, []), rules, seed, '1')).toEqual([])
    const crowded = items(1, ['a', 'b']).map(item => ({
      ...item,
      fresh: Array.from({ length: 9 }, (_, model) => response(0, `new-${model}`)),
    }))
    const [place] = planBridge(crowded, { ...rules, bridgeAnchors: 2 }, seed, '1')
    expect(place?.slotOrder).toHaveLength(8)
    expect(place?.slotOrder.some(id => /-[ab]$/.test(id))).toBe(true)
  })

  test('the same seed gives the same plan; anchors stay balanced whatever the number of items', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2 }), (count, bridgeAnchors) => {
        const plan = () => planBridge(items(count, ['a', 'b', 'c']), { ...rules, bridgeAnchors }, seed, 'x')
        const places = plan()
        expect(plan()).toEqual(places)
        const times = ['a', 'b', 'c'].map(
          model => places.flatMap(place => place.slotOrder).filter(id => id.endsWith(`-${model}`)).length,
        )
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
        expect(places.every(place => place.slotOrder.length === 1 + bridgeAnchors)).toBe(true)
      }),
    )
  })
})
