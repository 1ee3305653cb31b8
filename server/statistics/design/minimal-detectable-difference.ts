// What a study of paired scores can find, and how large it must be.
import { bisect } from '../bisect'
import { pairedTPower } from './paired-t-power'

/**
 * The smallest difference that `items` find with the given power; in the unit of `deviation`, the standard deviation of
 * the paired differences. Null for fewer than two items. Example: 392 items, deviation 1.6, power 0.8 → 0.227.
 */
export function minimalDetectableDifference(
  items: number,
  deviation: number,
  power = 0.8,
  alpha = 0.05,
): number | null {
  if (items < 2) return null
  return deviation * bisect(effect => power - pairedTPower(items, effect, alpha), 0, 1e4)
}
