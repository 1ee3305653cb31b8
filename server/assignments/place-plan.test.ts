import { describe, expect, test } from 'vitest'
import { type PlanRules, planPlaces } from './place-plan'
import type { PlannedItem } from './planned-item'

const seed = new Uint8Array(32).fill(9)
const rules: PlanRules = {
  order: 'balanced',
  annotatorsPerItem: 1,
  overlap: { share: 0.15, minimumPerLanguage: 0, extraAnnotators: 1 },
  comparison: { show: 'all' },
  criteria: [{ id: 'quality', asked: 1 }],
  quality: { repeats: { share: 0, distance: 20 } },
}
const items: PlannedItem[] = Array.from({ length: 90 }, (_, index) => ({
  id: `item-${String(index).padStart(2, '0')}`,
  language: index % 3 === 0 ? 'zh' : 'en',
  categoryId: index % 2 === 0 ? 'math' : 'code',
  responses: ['m1', 'm2', 'm3'].map(model => ({ id: `${index}-${model}`, models: model })),
  pairs: null,
}))
const everyPair: PlanRules = { ...rules, comparison: { show: 'pairs', design: 'every-pair', pairsPerItem: null } }
const models = (slotOrder: string[]) => slotOrder.map(id => id.split('-')[1] ?? '')

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

describe('places of two responses', () => {
  test('every pair of an item, and each of a pair first equally often within language × category', () => {
    const places = planPlaces(items, everyPair, seed, '0').filter(place => place.round === 1)
    expect(places).toHaveLength(items.length * 3)
    expect(new Set(places.map(place => `${place.itemId} ${place.variant}`)).size).toBe(places.length)
    const first = new Map<string, number>()
    for (const place of places) {
      const [a = '', b = ''] = models(place.slotOrder)
      const key = `${place.language} ${place.categoryId} ${[a, b].sort()}`
      first.set(key, (first.get(key) ?? 0) + (a < b ? 1 : -1))
    }
    expect(first.size).toBe(12)
    for (const surplus of first.values()) expect(Math.abs(surplus)).toBeLessThanOrEqual(1)
  })

  test('the second annotator of a pair has it the other way round', () => {
    const places = planPlaces(items, { ...everyPair, annotatorsPerItem: 2 }, seed, '0')
    for (const place of places.filter(place => place.round === 2)) {
      const first = places.find(
        other => other.itemId === place.itemId && other.variant === place.variant && other.round === 1,
      )
      expect(place.slotOrder).toEqual([...(first?.slotOrder ?? [])].reverse())
    }
  })

  test('a balanced design: each response equally often, and each pair of models about equally often', () => {
    const wide = items.map((item, index) => ({
      ...item,
      responses: ['m1', 'm2', 'm3', 'm4', 'm5'].map(model => ({ id: `${index}-${model}`, models: model })),
    }))
    const balanced: PlanRules = { ...rules, comparison: { show: 'pairs', design: 'balanced', pairsPerItem: 5 } }
    const places = planPlaces(wide, balanced, seed, '0').filter(place => place.round === 1)
    const perPair = new Map<string, number>()
    const perResponse = new Map<string, number>()
    for (const place of places) {
      const pair = models(place.slotOrder).sort().join()
      perPair.set(pair, (perPair.get(pair) ?? 0) + 1)
      for (const id of place.slotOrder) perResponse.set(id, (perResponse.get(id) ?? 0) + 1)
    }
    expect(new Set(perResponse.values())).toEqual(new Set([2]))
    expect(perPair.size).toBe(10)
    for (const count of perPair.values()) expect(Math.abs(count - 45)).toBeLessThanOrEqual(3)
  })

  test("an item's own pairs are used as they are; pairs of one text and items of one text have no place", () => {
    const [one, two, three] = items
    if (!one || !two || !three) throw new Error('no items')
    const ids = one.responses.map(response => response.id)
    const own: PlannedItem[] = [
      {
        ...one,
        pairs: [
          [ids[2] ?? '', ids[0] ?? ''],
          [ids[1] ?? '', ids[1] ?? ''],
          [ids[0] ?? '', 'not there'],
        ],
      },
      { ...two, responses: two.responses.slice(0, 1) },
    ]
    const places = planPlaces(own, everyPair, seed, '0').filter(place => place.round === 1)
    expect(places.map(place => [...place.slotOrder].sort())).toEqual([[ids[0], ids[2]]])
  })

  test('two samples of one model are a pair like any other', () => {
    const samples: PlannedItem[] = items.map((item, index) => ({
      ...item,
      responses: ['m1/0', 'm1/1'].map(models => ({ id: `${index}-${models}`, models })),
    }))
    const places = planPlaces(samples, { ...everyPair, overlap: { ...rules.overlap, share: 0 } }, seed, '0')
    expect(places).toHaveLength(items.length)
    const first = places.filter(place => place.slotOrder[0]?.endsWith('/0')).length
    expect(Math.abs(first - items.length / 2)).toBeLessThanOrEqual(2)
  })
})

describe('what is asked on a sample, and repeats', () => {
  test('each stratum asks its share to within one, all together exactly, and all annotators of a unit the same', () => {
    const sampled = { ...everyPair, annotatorsPerItem: 2, criteria: [{ id: 'safety', asked: 0.3 }] }
    const places = planPlaces(items, sampled, seed, '0')
    const asked = new Map<string, number>()
    for (const place of places.filter(place => place.round === 1)) {
      const key = `${place.language} ${place.categoryId}`
      asked.set(key, (asked.get(key) ?? 0) + (place.omitted.includes('safety') ? 0 : 1))
    }
    expect([...asked.values()].reduce((sum, count) => sum + count, 0)).toBe(81)
    for (const [key, count] of asked) expect(Math.abs(count - (key.startsWith('zh') ? 13.5 : 27))).toBeLessThan(1)
    const ofUnit = new Map<string, string>()
    for (const { itemId, variant, omitted } of places) {
      const unit = `${itemId} ${variant}`
      expect(ofUnit.get(unit) ?? String(omitted)).toBe(String(omitted))
      ofUnit.set(unit, String(omitted))
    }
  })

  test('so many places as the protocol says come back, about as far away', () => {
    const repeated = { ...rules, quality: { repeats: { share: 0.1, distance: 20 } } }
    const places = planPlaces(items, repeated, seed, '0')
    const distances = places.flatMap(place => (place.repeatAfter === null ? [] : [place.repeatAfter]))
    expect(distances).toHaveLength(Math.round(places.length * 0.1))
    for (const distance of distances) expect(Math.abs(distance - 20)).toBeLessThanOrEqual(10)
  })

  test('twenty thousand pairs are planned in seconds', () => {
    const many: PlannedItem[] = Array.from({ length: 20_000 }, (_, index) => ({
      id: String(index).padStart(6, '0'),
      language: 'en',
      categoryId: null,
      responses: ['m1', 'm2'].map(model => ({ id: `${index}-${model}`, models: model })),
      pairs: null,
    }))
    const started = performance.now()
    expect(planPlaces(many, { ...everyPair, overlap: { ...rules.overlap, share: 0.1 } }, seed, '0')).toHaveLength(
      22_000,
    )
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
