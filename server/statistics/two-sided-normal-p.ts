import normalCdf from '@stdlib/stats-base-dists-normal-cdf'

/** The two-sided p value of a standard normal statistic. */
export function twoSidedNormalP(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1)
}
