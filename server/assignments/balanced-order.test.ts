import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balancedOrders, counterbalance, randomOrders } from './balanced-order'
import { seededRandom } from './seeded-random'

const seed = new Uint8Array(32).fill(7)
const sizes = fc.integer({ min: 1, max: 8 })
const counts = fc.integer({ min: 0, max: 60 })
const labels = fc.string({ maxLength: 8 })

/** How often member m stands in position p. */
function table(orders: number[][], size: number) {
  const counted = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const order of orders)
    for (const [position, member] of order.entries())
      (counted[member] as number[])[position] = (counted[member]?.[position] ?? 0) + 1
  return counted
}

const isPermutation = (order: number[], size: number) =>
  [...order].sort((a, b) => a - b).join() === Array.from({ length: size }, (_, i) => i).join()

describe('balanced orders', () => {
  test('every order is a permutation, and there are as many as asked for', () => {
    fc.assert(
      fc.property(sizes, counts, labels, (size, count, label) => {
        const orders = balancedOrders(size, count, seededRandom(seed, label))
        expect(orders).toHaveLength(count)
        expect(orders.every(order => isPermutation(order, size))).toBe(true)
      }),
    )
  })

  test('over whole blocks each member stands in each position equally often; a cut block differs by at most one', () => {
    fc.assert(
      fc.property(sizes, counts, labels, (size, count, label) => {
        const cells = table(balancedOrders(size, count, seededRandom(seed, label)), size).flat()
        expect(Math.max(...cells) - Math.min(...cells)).toBeLessThanOrEqual(1)
        if (count % size === 0) expect(new Set(cells).size).toBe(1)
      }),
    )
  })

  test('the same seed and label give the same orders, another seed gives others', () => {
    const draw = (from: Uint8Array) => JSON.stringify(balancedOrders(3, 30, seededRandom(from, 'x')))
    expect(draw(seed)).toBe(draw(seed))
    expect(draw(seed)).not.toBe(draw(new Uint8Array(32).fill(8)))
  })

  test('the first position of an order cannot be told from the order before it', () => {
    // With three members a fixed rotation would give each follower 0 or 1 of the time; a fair draw gives about a third.
    const orders = balancedOrders(3, 6000, seededRandom(seed, 'followers'))
    const same =
      orders.filter((order, index) => index > 0 && order[0] === orders[index - 1]?.[0]).length / orders.length
    expect(same).toBeGreaterThan(0.05)
    expect(same).toBeLessThan(0.34)
  })
})

test('random orders put each member into each position about equally often', () => {
  const cells = table(randomOrders(4, 8000, seededRandom(seed, 'random')), 4).flat()
  for (const cell of cells) expect(Math.abs(cell - 2000)).toBeLessThan(5 * Math.sqrt(2000 * 0.75))
})

test('over the places of an item no response keeps its slot', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), size => {
      const order = Array.from({ length: size }, (_, index) => index)
      const rounds = order.map(round => counterbalance(order, round + 1))
      for (const position of order) expect(new Set(rounds.map(row => row[position])).size).toBe(size)
    }),
  )
})
