// How well an annotator does on items whose answer is known, and whether that is certainly too little.
import betaCdf from '@stdlib/stats-base-dists-beta-cdf'
import { wilsonInterval } from '../comparisons/wilson-interval'
import type { Reason } from '../reason'

export interface GoldCounts {
  passed: number
  failed: number
  /** The accuracy that is asked for, 0–1. */
  threshold: number
}

export interface GoldPosterior {
  /** passed/(passed + failed); null before the first gold item. */
  accuracy: number | null
  /** Wilson interval of the accuracy. */
  lower: number | null
  upper: number | null
  /** Mean of the posterior Beta(1 + passed, 1 + failed). */
  posteriorMean: number
  /** P(accuracy < threshold), given what was seen and a uniform prior. */
  probabilityBelow: number
  /** Only when the accuracy is below the threshold with more than 95 % probability: never for one slip. */
  flagged: boolean
  n: number
  method: string
  reason: Extract<Reason, 'no-data'> | null
}

/**
 * Estimand: the probability that this annotator passes a gold item. Assumes independent items of like difficulty and a
 * Beta(1, 1) prior. The rule looks at the posterior, not at the point estimate. Looked at once, it flags about 5 % of
 * annotators exactly at the threshold; after each of 40 items from the 12th on, 18 % of them, 2 % of those 0.1 above.
 * Example: 12 of 20 at threshold 0.7 → P = 0.852, not flagged; 0 of 5 → P = 0.9993, flagged.
 */
export function goldPosterior({ passed, failed, threshold }: GoldCounts): GoldPosterior {
  const { value, lower, upper, n } = wilsonInterval(passed, passed + failed)
  const probabilityBelow = betaCdf(threshold, 1 + passed, 1 + failed)
  return {
    accuracy: value,
    lower,
    upper,
    posteriorMean: (1 + passed) / (2 + n),
    probabilityBelow,
    flagged: probabilityBelow > 0.95,
    n,
    method: 'Wilson interval; Beta(1, 1) posterior, flagged above 0.95',
    reason: value === null ? 'no-data' : null,
  }
}
