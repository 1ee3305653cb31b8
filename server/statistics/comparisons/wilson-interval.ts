// How often something happened, with an interval that behaves at 0 and at n.
import { criticalNormal } from '../critical-normal'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'

const method = 'Wilson score interval'

/**
 * Estimand: the probability of a success. Assumes `n` independent trials. Wilson's score interval without continuity
 * correction (Wilson 1927; Brown, Cai & DasGupta 2001); exactly 0 at no success and exactly 1 at no failure.
 * Example: 21 of 52 → 0.404 [0.282, 0.539].
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Estimate {
  if (n === 0) return missingEstimate(0, method, 'no-data')
  const z = criticalNormal(level)
  const value = successes / n
  const scale = 1 + (z * z) / n
  const centre = (value + (z * z) / (2 * n)) / scale
  const half = (z / scale) * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n))
  const lower = successes === 0 ? 0 : centre - half
  const upper = successes === n ? 1 : centre + half
  return { value, lower, upper, n, method, reason: null }
}
