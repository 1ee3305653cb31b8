import { sum } from './sum'

/** The mean of at least one value. */
export function mean(values: readonly number[]): number {
  const first = sum(values) / values.length
  // A second pass takes up what rounding left over (10,000,000.2 ± 0.1 keeps its digits).
  return first + sum(values.map(value => value - first)) / values.length
}
