import { bisect } from '../bisect'
import { criticalNormal } from '../critical-normal'

/**
 * How many trials make Wilson's interval of a rate reach at most `halfWidth` to each side of its middle, if `rate` turns
 * out. Not rounded (round up to plan). Example: ±0.05 at 0.5 → 380.3.
 */
export function trialsForRateWidth(halfWidth: number, rate = 0.5, level = 0.95): number {
  const z2 = criticalNormal(level) ** 2
  const reach = (n: number) => Math.sqrt((z2 * rate * (1 - rate)) / n + (z2 / (2 * n)) ** 2) / (1 + z2 / n)
  return bisect(n => reach(n) - halfWidth, 0, 1e12)
}
