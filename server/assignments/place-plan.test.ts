import { describe, expect, test } from 'vitest'
import { type PlannedItem, type PlanRules, planPlaces } from './place-plan'

const seed = new Uint8Array(32).fill(9)
const rules: PlanRules = {
  order: 'balanced',
  annotatorsPerItem: 1,
  overlap: { share: 0.15, minimumPerLanguage: 0, extraAnnotators: 1 },
}
const items: PlannedItem[] = Array.from({ length: 90 }, (_, index) => ({
  id: `item-${String(index).padStart(2, '0')}`,
  language: index % 3 === 0 ? 'zh' : 'en',
  categoryId: index % 2 === 0 ? 'math' : 'code',
  responses: ['m1', 'm2', 'm3'].map(model => ({ id: `${index}-${model}`, models: model })),
}))

describe('places', () => {
  test('within each language × category each model stands in each slot equally often', () => {
    const counts = new Map<string, number>()
    for (const place of planPlaces(items, rules, seed, '0').filter(place => place.round === 1)) {
      for (const [slot, id] of place.slotOrder.entries()) {
        const key = `${place.language} ${place.categoryId} ${slot} ${id.split('-')[1]}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    expect(new Set(counts.values())).toEqual(new Set([5, 10]))
    for (const [key, count] of counts) expect(count).toBe(key.startsWith('zh') ? 5 : 10)
  })

  test('the second place of an item has another response in every slot', () => {
    const places = planPlaces(items, rules, seed, '0')
    const second = places.filter(place => place.round === 2)
    expect(second.length).toBeGreaterThanOrEqual(14)
    for (const place of second) {
      const first = places.find(other => other.itemId === place.itemId && other.round === 1)
      for (const [slot, id] of place.slotOrder.entries()) expect(first?.slotOrder[slot]).not.toBe(id)
    }
  })

  test('the plan depends on the seed and the batch, not on the order of the items', () => {
    const plan = (list: PlannedItem[], from: Uint8Array, batch: string) =>
      JSON.stringify(
        planPlaces(list, rules, from, batch)
          .map(({ itemId, round, slotOrder }) => [itemId, round, slotOrder])
          .sort(),
      )
    expect(plan([...items].reverse(), seed, '0')).toBe(plan(items, seed, '0'))
    expect(plan(items, seed, '1')).not.toBe(plan(items, seed, '0'))
    expect(plan(items, new Uint8Array(32), '0')).not.toBe(plan(items, seed, '0'))
  })
})
