import type { Reason } from './reason'

/** A statistic with its interval, never rounded. */
export interface Estimate {
  /** Null when undefined; `reason` then says why. Never NaN, never 0 in place of "unknown". */
  value: number | null
  lower: number | null
  upper: number | null
  /** How many observations (or the units that the method names) it rests on. */
  n: number
  method: string
  /** Null when all is well. Also set when the value is there but its interval is missing or has no width. */
  reason: Reason | null
}
