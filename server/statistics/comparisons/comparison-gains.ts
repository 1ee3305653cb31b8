// Which comparison would sharpen the ranking most? For studies that spend their budget adaptively.
import { at } from '../at'
import { sum } from '../sum'
import type { FittedStrengths } from './strength-fit'

export interface ComparisonGain {
  first: number
  second: number
  /** By how much one more comparison is expected to shrink the summed variance of all strengths. */
  gain: number
}

/**
 * Every pair with its gain, largest first (A-optimal design: equal weight for all differences). Takes a fit whose
 * covariance is that of the model; `penalisedBradleyTerry` also has one before everything is connected both ways. Of equal
 * gains the pair with the smaller indices comes first. Adaptive choice makes wins and losses of a pair depend on earlier
 * ones; keep a floor per pair and say so in the results.
 */
export function comparisonGains({ strengths, covariance }: FittedStrengths): ComparisonGain[] {
  const gains = strengths.flatMap((own, first) =>
    strengths.flatMap((other, second) => {
      if (second <= first) return []
      const p = 1 / (1 + Math.exp(other.value - own.value))
      const information = p * (1 - p)
      const direction = covariance.map(row => at(row, first) - at(row, second))
      const variance = at(direction, first) - at(direction, second)
      return [
        { first, second, gain: (information * sum(direction.map(one => one * one))) / (1 + information * variance) },
      ]
    }),
  )
  return gains.sort((a, b) => b.gain - a.gain || a.first - b.first || a.second - b.second)
}
