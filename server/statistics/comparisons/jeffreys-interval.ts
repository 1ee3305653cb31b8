import betaCdf from '@stdlib/stats-base-dists-beta-cdf'
import { bisect } from '../bisect'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'

const method = "Jeffreys' interval"

/**
 * Estimand: the probability of a success. Assumes `n` independent trials. Equal tails of the posterior under Jeffreys'
 * prior Beta(½, ½), with the limits 0 and 1 where nothing and where everything succeeded (Brown, Cai & DasGupta 2001).
 * Example: 21 of 52 → 0.404 [0.279, 0.539].
 */
export function jeffreysInterval(successes: number, n: number, level = 0.95): Estimate {
  if (n === 0) return missingEstimate(0, method, 'no-data')
  const quantile = (probability: number) =>
    bisect(p => probability - betaCdf(p, successes + 0.5, n - successes + 0.5), 0, 1)
  const lower = successes === 0 ? 0 : quantile((1 - level) / 2)
  const upper = successes === n ? 1 : quantile((1 + level) / 2)
  return { value: successes / n, lower, upper, n, method, reason: null }
}
