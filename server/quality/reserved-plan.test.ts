import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../assignments/seeded-random'
import { attemptOf, type HiddenFor, planHiddenChecks, planTraining, type ReservableUnit } from './reserved-plan'

const unit = (purpose: ReservableUnit['purpose'], index: number): ReservableUnit => ({
  itemId: `${purpose}-${index}`,
  purpose,
  variant: 0,
  responses: ['r1', 'r2', 'r3'],
  language: 'en',
  categoryId: null,
  expectedCriteria: ['score'],
})
const many = (purpose: ReservableUnit['purpose'], count: number) =>
  Array.from({ length: count }, (_, index) => unit(purpose, index))
const random = (label: string) => seededRandom(new Uint8Array(32).fill(7), label)
const person: HiddenFor = { from: 0, quotaLeft: null, goldBefore: 0 }
const rules = { minimumPerAnnotator: 12, every: 10, criteria: [{ id: 'score', asked: 1 }] }
const dues = (places: readonly { dueAfter: number }[]) => places.map(place => place.dueAfter).sort((a, b) => a - b)

describe('gold and attention items of a person', () => {
  it('one in every stretch, up to the minimum, from where the person is', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.nat(5),
        fc.integer({ min: 2, max: 30 }),
        fc.nat(500),
        fc.string(),
        (gold, attention, every, from, label) => {
          const units = [...many('GOLD', gold), ...many('ATTENTION', attention)]
          const places = planHiddenChecks(units, { ...rules, every }, { ...person, from }, random(label))
          expect(places).toHaveLength(Math.min(gold, 12) + attention)
          expect(new Set(places.map(place => place.itemId)).size).toBe(places.length)
          dues(places).forEach((due, index) => {
            expect(due).toBeGreaterThanOrEqual(from + index * every)
            expect(due).toBeLessThan(from + (index + 1) * every)
          })
          for (const place of places) expect([...place.slotOrder].sort()).toEqual(['r1', 'r2', 'r3'])
        },
      ),
    )
  })

  it('a quota holds all of them', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.string(), (quotaLeft, label) => {
        const places = planHiddenChecks(many('GOLD', 12), rules, { ...person, quotaLeft }, random(label))
        expect(places).toHaveLength(12)
        for (const due of dues(places)) expect(due).toBeLessThan(quotaLeft + 12)
      }),
    )
  })

  it('positions differ between people and cannot be told from the rate; the same seed plans the same', () => {
    const plan = (label: string) => planHiddenChecks(many('GOLD', 12), rules, person, random(label))
    expect(plan('one')).toEqual(plan('one'))
    const firsts = new Set(Array.from({ length: 60 }, (_, index) => dues(plan(String(index)))[0]))
    expect(firsts.size).toBeGreaterThan(7)
  })

  it('what was planned before counts', () => {
    expect(planHiddenChecks(many('GOLD', 9), rules, { ...person, goldBefore: 10 }, random('a'))).toHaveLength(2)
    expect(planHiddenChecks(many('GOLD', 9), rules, { ...person, goldBefore: 12 }, random('a'))).toHaveLength(0)
    const none = { ...rules, minimumPerAnnotator: 0 }
    expect(planHiddenChecks(many('GOLD', 9), none, person, random('a'))).toHaveLength(0)
  })

  it('criteria that are asked on a sample are left out here, too, unless the answer is about them', () => {
    const criteria = [
      { id: 'score', asked: 0.1 },
      { id: 'safety', asked: 0.1 },
    ]
    const places = planHiddenChecks(
      many('GOLD', 100),
      { ...rules, minimumPerAnnotator: 100, criteria },
      person,
      random('a'),
    )
    expect(places.every(place => !place.omitted.includes('score'))).toBe(true)
    const left = places.filter(place => place.omitted.includes('safety')).length
    expect(left).toBeGreaterThan(75)
    expect(left).toBeLessThan(100)
  })
})

describe('training', () => {
  const units = [...many('QUALIFICATION', 5), ...many('CALIBRATION', 4)]

  it('calibration first, then qualification, all before the work', () => {
    const places = [...planTraining(units, 0, random('a'))].sort((a, b) => a.dueAfter - b.dueAfter)
    expect(places.map(place => place.dueAfter)).toEqual([-9, -8, -7, -6, -5, -4, -3, -2, -1])
    expect(places.map(place => place.itemId.startsWith('CAL'))).toEqual([
      ...Array(4).fill(true),
      ...Array(5).fill(false),
    ])
  })

  it('a later attempt has the qualification items alone, in another order', () => {
    const [first, second] = [planTraining(units, 0, random('a')), planTraining(units, 1, random('b'))]
    const order = (places: typeof first) => places.map(place => place.itemId).filter(id => id.startsWith('QUAL'))
    expect(second).toHaveLength(5)
    expect(order(second)).not.toEqual(order(first))
    expect(second.every(place => place.dueAfter < 0 && attemptOf(place.variant) === 1)).toBe(true)
  })
})
