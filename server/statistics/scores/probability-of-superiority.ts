import { midranks } from '../rankings/midranks'
import type { Reason } from '../reason'
import { sum } from '../sum'

/**
 * Estimand: P(X > Y) + ½P(X = Y) for a value of each sample drawn at random (the Mann–Whitney effect, also called common
 * language effect size); 0.5 means neither tends to be larger. Descriptive: for values of the same items `pairedDifference`
 * and `winTieLoss` use that they belong together, and have intervals. Example: 2, 3 against 1, 2 → 0.875.
 */
export function probabilityOfSuperiority(
  x: readonly number[],
  y: readonly number[],
): { value: number | null; n: number; method: string; reason: Extract<Reason, 'no-data'> | null } {
  const n = x.length + y.length
  const method = 'probability of superiority, unpaired, ties half'
  if (x.length === 0 || y.length === 0) return { value: null, n, method, reason: 'no-data' }
  const ranks = sum(midranks([...x, ...y]).slice(0, x.length))
  const wins = ranks - (x.length * (x.length + 1)) / 2
  return { value: wins / (x.length * y.length), n, method, reason: null }
}
