import betaCdf from '@stdlib/stats-base-dists-beta-cdf'
import { bisect } from '../bisect'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'

const method = 'Clopper–Pearson interval'

/**
 * Estimand: the probability of a success. Assumes `n` independent trials. The exact interval (Clopper & Pearson 1934): it
 * never covers too rarely and is wider than needed; `wilsonInterval` is the usual choice. Example: 0 of 10 → 0 [0, 0.308].
 */
export function clopperPearsonInterval(successes: number, n: number, level = 0.95): Estimate {
  if (n === 0) return missingEstimate(0, method, 'no-data')
  const tail = (1 - level) / 2
  const lower = successes === 0 ? 0 : bisect(p => tail - betaCdf(p, successes, n - successes + 1), 0, 1)
  const upper = successes === n ? 1 : bisect(p => 1 - tail - betaCdf(p, successes + 1, n - successes), 0, 1)
  return { value: successes / n, lower, upper, n, method, reason: null }
}
