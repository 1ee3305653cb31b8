// How far an annotator's scores are from the expected ones on gold items.
import { mean } from '../mean'
import type { Reason } from '../reason'

export interface GoldDeviation {
  /** Mean of given − expected: positive is lenient. */
  bias: number | null
  meanAbsoluteError: number | null
  rootMeanSquareError: number | null
  /** Shares of items whose score is exactly right, and at most one away. */
  exact: number | null
  withinOne: number | null
  n: number
  reason: Extract<Reason, 'no-data'> | null
}

/** Descriptive; scores in the unit of the scale. Example: expected 8, 3; given 7, 3 → bias −0.5, half exact. */
export function goldDeviation(pairs: readonly { given: number; expected: number }[]): GoldDeviation {
  const n = pairs.length
  if (n === 0)
    return {
      bias: null,
      meanAbsoluteError: null,
      rootMeanSquareError: null,
      exact: null,
      withinOne: null,
      n,
      reason: 'no-data',
    }
  const differences = pairs.map(({ given, expected }) => given - expected)
  const sizes = differences.map(Math.abs)
  // Scores in tenths: 8.3 − 7.3 is not exactly 1 in binary.
  const shareWithin = (most: number) => sizes.filter(size => size <= most + 1e-9).length / n
  return {
    bias: mean(differences),
    meanAbsoluteError: mean(sizes),
    rootMeanSquareError: Math.sqrt(mean(sizes.map(size => size * size))),
    exact: shareWithin(0),
    withinOne: shareWithin(1),
    n,
    reason: null,
  }
}
