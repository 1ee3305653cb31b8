import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'

/** P(χ² > x), to sixteen decimals. */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return Math.max(0, 1 - chisquareCdf(x, degreesOfFreedom))
}
