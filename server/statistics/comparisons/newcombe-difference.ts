// Two rates from different samples: how much higher is the first?
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'
import { wilsonInterval } from './wilson-interval'

export interface Rate {
  successes: number
  n: number
}

const method = "Newcombe's difference of independent rates (from Wilson limits)"

/**
 * Estimand: p₁ − p₂. Assumes two independent samples of independent trials; for the same items under two models use
 * `newcombePairedDifference`. Squares and adds the distances to the Wilson limits (Newcombe 1998, method 10). `n` counts
 * both samples. Example: 56 of 70 and 48 of 80 → 0.2 [0.052, 0.334].
 */
export function newcombeDifference(first: Rate, second: Rate, level = 0.95): Estimate {
  const n = first.n + second.n
  const [one, other] = [first, second].map(rate => wilsonInterval(rate.successes, rate.n, level))
  if (one?.value == null || other?.value == null) return missingEstimate(n, method, 'no-data')
  const value = one.value - other.value
  const below = Math.hypot(one.value - (one.lower ?? 0), (other.upper ?? 1) - other.value)
  const above = Math.hypot((one.upper ?? 1) - one.value, other.value - (other.lower ?? 0))
  return { value, lower: value - below, upper: value + above, n, method, reason: null }
}
