import { type SignTest, signTest } from '../comparisons/sign-test'
import { wilsonInterval } from '../comparisons/wilson-interval'
import type { Estimate } from '../estimate'

/**
 * How often the response shown first wins, whatever its model: position bias. Estimand: P(first wins | not a tie). Assumes
 * independent comparisons whose order was random. Wilson interval, exact test of ½.
 * Example: 118 to 92 → 0.562 [0.494, 0.627], p = 0.084.
 */
export function firstSlotWinRate(
  firstWins: number,
  secondWins: number,
  level = 0.95,
): { rate: Estimate; test: SignTest } {
  return { rate: wilsonInterval(firstWins, firstWins + secondWins, level), test: signTest(firstWins, secondWins) }
}
