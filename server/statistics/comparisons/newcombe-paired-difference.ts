// Two rates of the same items: how much higher is the first?
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'
import { wilsonInterval } from './wilson-interval'

export interface PairedOutcomes {
  both: number
  firstOnly: number
  secondOnly: number
  neither: number
}

const method = "Newcombe's difference of paired rates (from Wilson limits, corrected φ)"

/** The correlation of the two outcomes, cautiously: a positive one is taken as half an item per item smaller. */
function correlation({ both, firstOnly, secondOnly, neither }: PairedOutcomes, n: number): number {
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither)
  if (margins === 0) return 0
  const surplus = both * neither - firstOnly * secondOnly
  return (surplus > 0 ? Math.max(0, surplus - n / 2) : surplus) / Math.sqrt(margins)
}

/**
 * Estimand: p₁ − p₂ on the same items. Assumes independent items. Newcombe 1998 (Statistics in Medicine 17), method 10 for
 * paired data. `tangoInterval` of firstOnly, (both + neither), secondOnly is the same estimand and the usual choice; this
 * one shows rates, not wins. Example: 36 both, 12 first only, 2 second only → 0.2 [0.057, 0.340].
 */
export function newcombePairedDifference(outcomes: PairedOutcomes, level = 0.95): Estimate {
  const { both, firstOnly, secondOnly, neither } = outcomes
  const n = both + firstOnly + secondOnly + neither
  const [one, other] = [both + firstOnly, both + secondOnly].map(count => wilsonInterval(count, n, level))
  if (one?.value == null || other?.value == null) return missingEstimate(0, method, 'no-data')
  const phi = correlation(outcomes, n)
  const combine = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b))
  const value = one.value - other.value
  const below = combine(one.value - (one.lower ?? 0), (other.upper ?? 1) - other.value)
  const above = combine((one.upper ?? 1) - one.value, other.value - (other.lower ?? 0))
  return { value, lower: value - below, upper: value + above, n, method, reason: null }
}
