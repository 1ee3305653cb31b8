// A mean of bounded values that may be looked at after every value, with a guarantee at any size.
import type { Estimate } from '../estimate'
import { missingEstimate } from '../missing-estimate'

const method = 'empirical-Bernstein confidence sequence of the mean'

/**
 * Estimand: the mean of values between `least` and `most`, with limits that hold at all sample sizes together, not only
 * asymptotically (predictable plug-in of Waudby-Smith & Ramdas 2023): wider than `meanSequence`, for small samples. The
 * value is the mean; the limits lie around a weighted mean and may leave the range when there are few values. Assumes
 * independent values. Example: gold case 29. @throws RangeError for a value outside the range
 */
export function boundedMeanSequence(
  values: readonly number[],
  { least, most, level = 0.95 }: { least: number; most: number; level?: number },
): Estimate {
  const n = values.length
  if (n === 0) return missingEstimate(0, method, 'no-data')
  if (values.some(value => !(value >= least && value <= most))) throw new RangeError('A value is outside the range.')
  const range = most - least
  const evidence = Math.log(2 / (1 - level))
  let [total, guess, squares, variance] = [0, 0.5, 0.25, 0.25]
  let [weights, weighted, penalty] = [0, 0, 0]
  for (const [index, value] of values.entries()) {
    const x = (value - least) / range
    const t = index + 1
    const lambda = Math.min(0.5, Math.sqrt((2 * evidence) / (variance * t * Math.log1p(t))))
    weights += lambda
    weighted += lambda * x
    penalty += (x - guess) ** 2 * (-Math.log1p(-lambda) - lambda)
    total += x
    guess = (0.5 + total) / (t + 1)
    squares += (x - guess) ** 2
    variance = squares / (t + 1)
  }
  const [centre, half] = [weighted / weights, (evidence + penalty) / weights]
  return {
    value: least + (range * total) / n,
    lower: least + range * (centre - half),
    upper: least + range * (centre + half),
    n,
    method,
    reason: null,
  }
}
