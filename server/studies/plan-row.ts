// What a number of items can find.
import { minimalDetectableDifference } from '../statistics/design/minimal-detectable-difference'
import { pairedTPower } from '../statistics/design/paired-t-power'
import { signTestDetectableNet } from '../statistics/design/sign-test-detectable-net'
import { signTestPower } from '../statistics/design/sign-test-power'

export interface PlanAssumptions {
  /** Of scores, in their own unit; null: there are only winners. */
  scores: { deviation: number; difference: number } | null
  winShare: number
  lossShare: number
  /** The chance that is asked for, where the smallest effect is shown. */
  power: number
}

export interface PlanRow {
  items: number
  /** Paired t test: the chance to find the difference, and the smallest difference found with the chance asked for. */
  paired: { power: number; detectable: number } | null
  /** Exact sign test: the same of wins and losses. `detectable`: net win rate; null: none is large enough. */
  sign: { power: number; detectable: number | null }
}

/** Two-sided tests at 5 %. Null for fewer than two items. Takes some 50 ms, up to 250 for 20,000 items. */
export function planRow(items: number, { scores, winShare, lossShare, power }: PlanAssumptions): PlanRow | null {
  if (items < 2) return null
  const detectable = scores && minimalDetectableDifference(items, scores.deviation, power)
  return {
    items,
    paired:
      scores && detectable !== null
        ? { power: pairedTPower(items, scores.difference / scores.deviation), detectable }
        : null,
    sign: {
      power: signTestPower(items, winShare, lossShare),
      detectable: signTestDetectableNet(items, Math.max(0, 1 - winShare - lossShare), power).value,
    },
  }
}
