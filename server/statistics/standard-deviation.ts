import { mean } from './mean'
import { sum } from './sum'

/** The sample standard deviation (n − 1) in two passes, or null for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const centre = mean(values)
  return Math.sqrt(sum(values.map(value => (value - centre) ** 2)) / (values.length - 1))
}
