// Who wins an item, from the scores of its raters.
import { addRationals, compareRationals, type Rational, rational } from '../rational'

/** All scores of one response, summed up in whole steps of the scale. */
export interface ScoreTotal {
  ratings: number
  sum: bigint
}

/**
 * Win, tie or loss of the first response: the difference of the means over raters wins when it exceeds `tieThreshold` (in
 * steps of the scale; 0 unless the protocol says otherwise). Exact: in floats 8.3 − 8.2 > 0.1 is true. Null when one of
 * them has no score: such an item is missing, not a tie. A threshold chosen after looking is exploratory, and labelled so.
 * Example: steps 83 and 82 with a threshold of 1 → tie.
 */
export function outcomeFromScores(
  first: ScoreTotal,
  second: ScoreTotal,
  tieThreshold: Rational = rational(0n),
): 'win' | 'tie' | 'loss' | null {
  if (first.ratings === 0 || second.ratings === 0) return null
  const difference = addRationals(
    rational(first.sum, BigInt(first.ratings)),
    rational(-second.sum, BigInt(second.ratings)),
  )
  const isAbove = (size: Rational) => compareRationals(size, tieThreshold) > 0
  if (isAbove(difference)) return 'win'
  return isAbove(rational(-difference.numerator, difference.denominator)) ? 'loss' : 'tie'
}
