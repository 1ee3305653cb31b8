import { bisect } from '../bisect'
import { pairedTPower } from './paired-t-power'

/**
 * How many items find a difference with the given power; not rounded (round up to plan). Infinity for no difference.
 * Example: difference 0.25, deviation 1.6, power 0.8 → 323.4.
 */
export function pairedItemsNeeded(difference: number, deviation: number, power = 0.8, alpha = 0.05): number {
  const effect = Math.abs(difference) / deviation
  if (effect === 0) return Number.POSITIVE_INFINITY
  if (pairedTPower(2, effect, alpha) >= power) return 2
  return bisect(items => power - pairedTPower(items, effect, alpha), 2, 1e9)
}
