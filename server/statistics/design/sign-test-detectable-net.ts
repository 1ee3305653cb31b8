// What a study of wins and losses can find.
import { bisect } from '../bisect'
import type { Reason } from '../reason'
import { signTestPower } from './sign-test-power'

/**
 * The smallest net win rate (wins minus losses, as a share of all comparisons) that the exact sign test over `n`
 * comparisons finds with the given power, when `tieShare` of them tie. Null when even winning every decided comparison is
 * not found often enough. Assumes independent comparisons. Example: 52 comparisons with 30 % ties → 0.333.
 */
export function signTestDetectableNet(
  n: number,
  tieShare: number,
  power = 0.8,
  alpha = 0.05,
): {
  value: number | null
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'too-few-observations'> | null
} {
  const method = 'minimal detectable net win rate, exact sign test'
  const decided = 1 - tieShare
  const powerAt = (net: number) => signTestPower(n, (decided + net) / 2, (decided - net) / 2, alpha)
  if (n === 0 || !(decided > 0)) return { value: null, n, method, reason: 'no-data' }
  if (powerAt(decided) < power) return { value: null, n, method, reason: 'too-few-observations' }
  return { value: bisect(net => power - powerAt(net), 0, decided), n, method, reason: null }
}
