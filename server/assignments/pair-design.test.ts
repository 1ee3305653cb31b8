import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairDesign } from './pair-design'

const sizes = fc.integer({ min: 2, max: 16 })

function reach(size: number, pairs: readonly (readonly [number, number])[]): number {
  const found = new Set([0])
  for (let grown = true; grown; ) {
    grown = false
    for (const [a, b] of pairs) {
      if (found.has(a) === found.has(b)) continue
      found.add(a).add(b)
      grown = true
    }
  }
  return Math.min(size, found.size)
}

describe('pairs of a design', () => {
  test('every pair once when all are asked for', () => {
    fc.assert(
      fc.property(sizes, size => {
        const names = pairDesign(size, 1000).map(pair => [...pair].sort((a, b) => a - b).join('-'))
        expect(new Set(names).size).toBe(names.length)
        expect(names).toHaveLength((size * (size - 1)) / 2)
      }),
    )
  })

  test('however many: nobody is in two pairs more than another', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 120 }), (size, count) => {
        const degree = new Array<number>(size).fill(0)
        for (const pair of pairDesign(size, count))
          for (const member of pair) degree[member] = (degree[member] ?? 0) + 1
        expect(Math.max(...degree) - Math.min(...degree)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('with size − 1 pairs or more, all are connected', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 40 }), (size, more) => {
        expect(reach(size, pairDesign(size, size - 1 + more))).toBe(size)
      }),
    )
  })
})
