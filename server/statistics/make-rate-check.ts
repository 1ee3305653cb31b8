// Monte-Carlo checks: how often a test rejects where there is nothing to find, or an interval covers the truth.
import { expect } from 'vitest'
import { mulberry32, type Random } from './random/mulberry32'

/** Rates that may come out, before the noise of the simulation itself: three standard errors are added on both sides. */
export interface AllowedRate {
  atLeast: number
  atMost: number
}

/**
 * Runs `happens` `runs` times with one seeded generator and checks how often it is true. Say in a comment where an
 * allowance differs from the nominal rate (a conservative exact test, a small-sample approximation).
 */
export function makeRateCheck(happens: (random: Random) => boolean, allowed: AllowedRate, runs = 2000) {
  const random = mulberry32(20240701)
  let count = 0
  for (let run = 0; run < runs; run++) if (happens(random)) count += 1
  const rate = count / runs
  const noise = (p: number) => 3 * Math.sqrt(Math.max(p * (1 - p), 1 / runs) / runs)
  expect(rate).toBeGreaterThanOrEqual(allowed.atLeast - noise(allowed.atLeast))
  expect(rate).toBeLessThanOrEqual(allowed.atMost + noise(allowed.atMost))
}
