// Could annotators tell which model they judged? For each model.
import { criticalNormal } from '../critical-normal'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'
import { twoSidedNormalP } from '../two-sided-normal-p'

export interface Guesses {
  /** Guesses that named the right model, another one, and answers "I do not know". */
  correct: number
  wrong: number
  unknown: number
}

export interface BangIndex extends Estimate {
  standardError: number | null
  /** Two-sided test of 0: guesses at random. */
  p: number | null
}

const method = "Bang's blinding index, normal interval"

/**
 * Estimand: how much more often a model is recognised than by chance: P(correct) − P(wrong)/(k − 1) among `choices` = k
 * models to guess from, "I do not know" counting 0. 1: always recognised; 0: blind; below 0: taken for another one. With
 * two choices this is the index of Bang, Ni & Davis (2004); with more the wrong guesses are shared out, so that random
 * guessing stays 0. Assumes independent guesses. Example: 48 correct, 4 wrong, 330 unknown → 0.115 [0.080, 0.150].
 * @throws RangeError for fewer than two choices
 */
export function bangIndex({ correct, wrong, unknown }: Guesses, choices = 2, level = 0.95): BangIndex {
  if (choices < 2) throw new RangeError('A guess needs two choices.')
  const n = correct + wrong + unknown
  if (n === 0) return { ...missingEstimate(0, method, 'no-data'), standardError: null, p: null }
  const penalty = 1 / (choices - 1)
  const value = (correct - penalty * wrong) / n
  const variance = ((correct + penalty * penalty * wrong) / n - value * value) / n
  const standardError = Math.sqrt(Math.max(0, variance))
  const half = criticalNormal(level) * standardError
  return {
    value,
    lower: Math.max(-1, value - half),
    upper: Math.min(1, value + half),
    n,
    method,
    reason: standardError === 0 ? 'zero-variance' : null,
    standardError,
    p: standardError === 0 ? null : twoSidedNormalP(value / standardError),
  }
}
