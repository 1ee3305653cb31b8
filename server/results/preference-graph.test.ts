import { describe, expect, test } from 'vitest'
import { preferenceGraph } from './preference-graph'

const pair = (a: string, b: string, aWins: number, bWins: number, ties = 0) => ({ a, b, aWins, ties, bWins })

describe('the preferences of an item', () => {
  test('an order has no circle', () => {
    const graph = preferenceGraph([pair('a', 'b', 1, 0), pair('b', 'c', 2, 1), pair('a', 'c', 1, 0)])
    expect(graph).toEqual({ triads: [], cycles: [], contradictions: [['b', 'c']], consistency: 1 })
  })

  test('a circle of three is a triad; a tie breaks it', () => {
    const circle = [pair('a', 'b', 1, 0), pair('b', 'c', 1, 0), pair('a', 'c', 0, 1)]
    expect(preferenceGraph(circle)).toMatchObject({ triads: [['a', 'b', 'c']], consistency: 0 })
    expect(preferenceGraph([...circle.slice(0, 2), pair('a', 'c', 0, 0, 1)])).toMatchObject({ triads: [], cycles: [] })
  })

  test('a circle of four without its diagonals is a cycle and no triad', () => {
    const graph = preferenceGraph([
      pair('a', 'b', 1, 0),
      pair('b', 'c', 1, 0),
      pair('c', 'd', 1, 0),
      pair('a', 'd', 0, 1),
    ])
    expect(graph.triads).toEqual([])
    expect(graph.cycles.map(cycle => [...cycle].sort())).toEqual([['a', 'b', 'c', 'd']])
    expect(graph.consistency).toBeNull()
  })
})
