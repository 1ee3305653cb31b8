// The net win rate of paired outcomes, with ties, and its interval.
import { bisect } from '../bisect'
import { criticalNormal } from '../critical-normal'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'

const method = "Tango's score interval of (wins − losses)/n"

/** The most likely share of losses when the net rate is `net`. */
function constrainedLossShare(wins: number, losses: number, n: number, net: number): number {
  const a = 2 * n
  const b = -wins - losses + (2 * n - wins + losses) * net
  const c = -losses * net * (1 - net)
  return (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a)
}

/**
 * Estimand: P(win) − P(loss). Assumes independent comparisons; ties count in `n`. Tango's score interval (Statistics in
 * Medicine 17, 1998): all net rates δ that (W − L − nδ)/√(n(2q̂ + δ(1 − δ))) does not reject, q̂ being the most likely
 * share of losses given δ. Defined at every count, also when everything is a tie.
 * Example: 28 wins, 9 ties, 15 losses → 0.25 [0.003, 0.466].
 */
export function tangoInterval(wins: number, ties: number, losses: number, level = 0.95): Estimate {
  const n = wins + ties + losses
  if (n === 0) return missingEstimate(0, method, 'no-data')
  const z = criticalNormal(level)
  const value = (wins - losses) / n
  const score = (net: number) => {
    const variance = n * (2 * constrainedLossShare(wins, losses, n, net) + net * (1 - net))
    const distance = wins - losses - n * net
    return distance / Math.sqrt(Math.max(variance, Number.MIN_VALUE))
  }
  const lower = losses === n ? -1 : bisect(net => score(net) - z, -1, value)
  const upper = wins === n ? 1 : bisect(net => score(net) + z, value, 1)
  return { value, lower, upper, n, method, reason: null }
}
