import { at } from '../at'
import { sum } from '../sum'
import type { JudgedUnit } from './judged-unit'
import { unitCounts } from './unit-counts'

/** What one unit that was judged at least twice adds to Krippendorff's coincidence matrix. */
export interface UnitCoincidences {
  /** How often each value was given here. */
  counts: number[]
  /** Pairs of different values: `weight` is their number over (judgments − 1). */
  pairs: { a: number; b: number; weight: number }[]
}

/** The coincidences of each unit; null for a unit judged less than twice, which has none. */
export function coincidences(units: readonly JudgedUnit[], values: readonly number[]): (UnitCoincidences | null)[] {
  return units.map(unit => {
    const counts = unitCounts(unit, values)
    const judgments = sum(counts)
    if (judgments < 2) return null
    const present = counts.flatMap((count, index) => (count > 0 ? [index] : []))
    const pairs = present.flatMap(a =>
      present.flatMap(b => (a < b ? [{ a, b, weight: (at(counts, a) * at(counts, b)) / (judgments - 1) }] : [])),
    )
    return { counts, pairs }
  })
}
