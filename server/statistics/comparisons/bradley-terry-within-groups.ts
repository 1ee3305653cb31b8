import { at } from '../at'
import { type BradleyTerryFit, bradleyTerry } from './bradley-terry'
import { comparisonComponents } from './comparison-components'
import type { PairCounts } from './pair-counts'
import type { NoStrengths } from './strength-fit'

/**
 * What can be said of comparisons that hang together only in groups: a fit within each group. Strengths of different
 * groups have no common zero and must never be ranked together. An item that was never compared is a group with n = 0.
 */
export function bradleyTerryWithinGroups(
  counts: PairCounts,
  level = 0.95,
): { items: number[]; fit: BradleyTerryFit | NoStrengths }[] {
  const part = (matrix: readonly (readonly number[])[], items: readonly number[]) =>
    items.map(row => items.map(column => at(at(matrix, row), column)))
  return comparisonComponents(counts).groups.map(items => ({
    items,
    fit: bradleyTerry({ wins: part(counts.wins, items), ties: part(counts.ties, items) }, level),
  }))
}
