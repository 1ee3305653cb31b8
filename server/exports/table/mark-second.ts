// Which figures of a column are the best and the second best, at the precision at which they are shown.
import { largestDisplayed } from '../../statistics/largest-displayed'
import type { NumberCell } from './result-table'

/**
 * Marks the second best beside the best ones, which the result has marked already: where it marked none, nothing can be
 * said, and of two figures the other one is plain to see. Equal figures are marked alike.
 */
export function markSecond(column: readonly NumberCell[]): NumberCell[] {
  const known = column.filter(cell => cell.value !== null)
  const rest = column.map(cell => (cell.value === null || cell.mark === 'best' ? null : cell.display))
  if (known.length < 3 || !column.some(cell => cell.mark === 'best')) return [...column]
  const figures = rest.filter(display => display !== null)
  const second = figures.length === 1 ? [rest.findIndex(display => display !== null)] : largestDisplayed(rest)
  return column.map((cell, index) => (second.includes(index) ? { ...cell, mark: 'second' } : cell))
}
