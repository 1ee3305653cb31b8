import normalCdf from '@stdlib/stats-base-dists-normal-cdf'

/**
 * P(T > t) of the noncentral t distribution, to about ten digits: the normal tail averaged over the distribution of the
 * standard deviation (Simpson's rule over s = √(χ²/df)).
 */
export function noncentralTUpperTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const reach = 12 / Math.sqrt(2 * degreesOfFreedom)
  const [from, to] = [Math.max(1e-12, 1 - reach), 1 + reach]
  const steps = 2000
  let [weighted, whole] = [0, 0]
  for (let step = 0; step <= steps; step++) {
    const s = from + ((to - from) * step) / steps
    const simpson = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2
    const logDensity = (degreesOfFreedom - 1) * Math.log(s) - (degreesOfFreedom * (s * s - 1)) / 2
    const density = simpson * Math.exp(logDensity)
    weighted += density * normalCdf(noncentrality - t * s, 0, 1)
    whole += density
  }
  return weighted / whole
}
