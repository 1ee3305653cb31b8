import tCdf from '@stdlib/stats-base-dists-t-cdf'

/** P(|T| ≥ |t|) of Student's t. */
export function twoSidedTP(t: number, degreesOfFreedom: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), degreesOfFreedom))
}
