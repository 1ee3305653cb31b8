// How large a study of wins and losses must be.
import { signTestPower } from '../statistics/design/sign-test-power'

/** More than this many items are not looked for. */
export const mostPlannedItems = 20_000

/**
 * How many comparisons the exact sign test needs to find these shares of wins and losses with the given power; null where
 * even `mostPlannedItems` do not. The power goes up and down a little from one number to the next, so that this is a number
 * from which on it is enough, give or take a few. Example: 40 % wins, 30 % losses, power 0.8 → about 560.
 */
export function itemsForSignTest(winShare: number, lossShare: number, power: number): number | null {
  if (winShare === lossShare || signTestPower(mostPlannedItems, winShare, lossShare) < power) return null
  let [few, enough] = [1, mostPlannedItems]
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2)
    if (signTestPower(middle, winShare, lossShare) < power) few = middle
    else enough = middle
  }
  return enough
}
