import type { Estimate } from './estimate'
import type { Reason } from './reason'

/** The estimate of something that is undefined. */
export function missingEstimate(n: number, method: string, reason: Reason): Estimate {
  return { value: null, lower: null, upper: null, n, method, reason }
}
