import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf'

/**
 * The largest count of the smaller side with which `decisive` comparisons are significant; −1 when none is. Searched from
 * `near`, the count for one comparison less.
 */
function criticalCount(decisive: number, alpha: number, near: number): number {
  let count = near
  while (count + 1 < decisive / 2 && 2 * binomialCdf(count + 1, decisive, 0.5) <= alpha) count += 1
  while (count >= 0 && 2 * binomialCdf(count, decisive, 0.5) > alpha) count -= 1
  return count
}

/**
 * The chance that the exact sign test is significant after `n` comparisons that are won and lost with these
 * probabilities (the rest tie). Assumes independent comparisons. Example: 52, 40 % wins, 30 % losses → 0.103.
 */
export function signTestPower(n: number, winProbability: number, lossProbability: number, alpha = 0.05): number {
  const decided = winProbability + lossProbability
  let power = 0
  let critical: number | null = null
  // Beyond ten standard deviations no number of decisive comparisons has a chance worth adding.
  const reach = 10 * Math.sqrt(n * decided * Math.max(0, 1 - decided)) + 10
  const [from, to] = [Math.floor(n * decided - reach), Math.ceil(n * decided + reach)]
  for (let decisive = Math.max(1, from); decisive <= Math.min(n, to); decisive++) {
    const chance = binomialPmf(decisive, n, Math.min(1, decided))
    if (chance < 1e-15) continue
    // Near ½·decisive − √decisive, from where the first search starts.
    critical = criticalCount(decisive, alpha, critical ?? Math.max(-1, Math.floor(decisive / 2 - Math.sqrt(decisive))))
    if (critical < 0) continue
    const share = winProbability / decided
    power += chance * (binomialCdf(critical, decisive, share) + binomialCdf(critical, decisive, 1 - share))
  }
  return power
}
