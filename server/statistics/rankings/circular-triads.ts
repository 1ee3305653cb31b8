// How far one person's pairwise preferences are from a ranking.
import { at } from '../at'
import { graphComponents } from '../comparisons/graph-components'
import type { Reason } from '../reason'

export interface CircularTriads {
  /** Triples in which A beats B, B beats C and C beats A. */
  triads: [number, number, number][]
  /** The most there can be among this many items; null unless every pair was decided. */
  most: number | null
  /** Kendall & Babington Smith's ζ = 1 − triads/most: 1 is a ranking. Null unless every pair of 3 or more was decided. */
  consistency: number | null
  /** Items that lie on a cycle together, each group best first; longer cycles that contain no triad also show here. */
  cycles: number[][]
  n: number
  reason: Extract<Reason, 'incomplete' | 'no-data'> | null
}

/**
 * Circular triads of decided preferences: `beats[i][j]` when i is preferred to j. Ties and pairs that were not asked are
 * false both ways; then triads and cycles are still found, but ζ is null. Example: A > B > C > A → 1 triad, ζ = 0.
 */
export function circularTriads(beats: readonly (readonly boolean[])[]): CircularTriads {
  const n = beats.length
  const wins = (i: number, j: number) => at(at(beats, i), j)
  const triads: [number, number, number][] = []
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++)
      for (let c = b + 1; c < n; c++) {
        if (wins(a, b) && wins(b, c) && wins(c, a)) triads.push([a, b, c])
        if (wins(b, a) && wins(c, b) && wins(a, c)) triads.push([a, c, b])
      }
  const cycles = graphComponents(beats).filter(component => component.length > 1)
  const isComplete = beats.every((row, i) => row.every((one, j) => i === j || one !== wins(j, i)))
  if (!isComplete) return { triads, most: null, consistency: null, cycles, n, reason: 'incomplete' }
  const most = n % 2 === 1 ? (n ** 3 - n) / 24 : (n ** 3 - 4 * n) / 24
  if (n < 3) return { triads, most, consistency: null, cycles, n, reason: 'no-data' }
  return { triads, most, consistency: 1 - triads.length / most, cycles, n, reason: null }
}
