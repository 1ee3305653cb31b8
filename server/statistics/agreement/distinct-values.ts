import type { JudgedUnit } from './judged-unit'

/** All values that were given, ascending. */
export function distinctValues(units: readonly JudgedUnit[]): number[] {
  return [...new Set(units.flat().filter(value => value !== null))].sort((a, b) => a - b)
}
