import fCdf from '@stdlib/stats-base-dists-f-cdf'

/** P(F > x), without losing digits where it is small. */
export function fUpperTail(x: number, numerator: number, denominator: number): number {
  return x <= 0 ? 1 : fCdf(1 / x, denominator, numerator)
}
