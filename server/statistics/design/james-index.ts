// Could annotators tell which model they judged? One figure for all models.
import { at } from '../at'
import { criticalNormal } from '../critical-normal'
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'
import { sum } from '../sum'

export interface JamesIndex extends Estimate {
  standardError: number | null
}

const method = "James's blinding index, normal interval"

/**
 * Estimand: (1 + P(unknown) + (1 − P(unknown))·κ_D)/2, κ_D comparing the disagreement of guess and truth with chance
 * (James et al., Statistics in Medicine 15, 1996). 1: nobody knows or guesses; 0.5: guesses at random; 0: all correct. An
 * upper limit below 0.5 says that the blind was broken. `guesses[i][j]`: model i was guessed where j was true; `unknown[j]`:
 * "I do not know" where j was true. A wrong guess has weight ½. Assumes independent guesses; standard error by the delta
 * method. Undefined when chance alone allows no wrong guess. Example: [[48, 22], [4, 30]], unknown 330, 319 → 0.896.
 */
export function jamesIndex(
  guesses: readonly (readonly number[])[],
  unknown: readonly number[],
  level = 0.95,
): JamesIndex {
  const n = sum(guesses.flat()) + sum(unknown)
  if (n === 0) return { ...missingEstimate(0, method, 'no-data'), standardError: null }
  const rows = guesses.map(row => sum(row) / n)
  const columns = unknown.map((_, j) => sum(guesses.map(row => at(row, j))) / n)
  const known = sum(rows)
  if (known === 0)
    return { value: 1, lower: null, upper: null, n, method, reason: 'zero-variance', standardError: null }
  const weight = (i: number, j: number) => (i === j ? 0 : 0.5)
  const cells = guesses.flatMap((row, i) => row.map((count, j) => ({ i, j, share: count / n })))
  const observed = sum(cells.map(({ i, j, share }) => weight(i, j) * share))
  const expected = sum(cells.map(({ i, j }) => weight(i, j) * at(rows, i) * at(columns, j)))
  if (expected === 0) return { ...missingEstimate(n, method, 'no-variation'), standardError: null }
  const value = 1 - known + (observed * known ** 2) / (2 * expected)
  // Slopes of the index in the share of each kind of answer.
  const scale = known ** 2 / (2 * expected)
  const ofUnknown = 1 - (observed * known) / expected
  const slopes = cells.map(({ i, j, share }) => {
    const chance =
      sum(columns.map((column, l) => weight(i, l) * column)) + sum(rows.map((row, k) => weight(k, j) * row))
    return { share, slope: scale * (weight(i, j) - (observed * chance) / expected) }
  })
  const all = [...slopes, { share: 1 - known, slope: ofUnknown }]
  const average = sum(all.map(({ share, slope }) => share * slope))
  const variance = sum(all.map(({ share, slope }) => share * (slope - average) ** 2)) / n
  const standardError = Math.sqrt(variance)
  const half = criticalNormal(level) * standardError
  return {
    value,
    lower: Math.max(0, value - half),
    upper: Math.min(1, value + half),
    n,
    method,
    reason: standardError === 0 ? 'zero-variance' : null,
    standardError,
  }
}
