// How much of the spread of scores is between units rather than between raters: six variants of Shrout & Fleiss.
import fQuantile from '@stdlib/stats-base-dists-f-quantile'
import type { Estimate } from '../estimate'
import { fUpperTail } from '../f-upper-tail'
import { type MeanSquares, meanSquares } from './mean-squares'

export interface IntraclassEstimate extends Estimate {
  /** F test of no difference between units, and its p. */
  f: number | null
  p: number | null
}

export interface IntraclassCorrelations {
  /** Raters vary from unit to unit: one rater, and the mean of k. */
  icc1: IntraclassEstimate
  icc1k: IntraclassEstimate
  /** The same raters throughout, standing for others; absolute agreement: one rater, and the mean of k. */
  icc2: IntraclassEstimate
  icc2k: IntraclassEstimate
  /** These raters only, differences of level ignored: one rater, and the mean of k. */
  icc3: IntraclassEstimate
  icc3k: IntraclassEstimate
  /** Null when there are fewer than two units or raters. */
  meanSquares: MeanSquares | null
}

interface Limits {
  value: number | null
  lower: number | null
  upper: number | null
}

/** From one rater to the mean of k (Spearman–Brown). Null at −1/(k − 1), where units do not differ at all. */
function forMean(k: number, one: number | null): number | null {
  const raised = one === null ? Number.NaN : (k * one) / (1 + (k - 1) * one)
  return Number.isFinite(raised) ? raised : null
}

/** ICC = (F − 1)/(F + k − 1) with F limits: variants 1 and 3. */
function fromRatio(f: number, k: number, units: number, denominator: number, alpha: number): Limits {
  const icc = (ratio: number) => (ratio - 1) / (ratio + k - 1)
  if (!Number.isFinite(f)) return { value: f === Number.POSITIVE_INFINITY ? 1 : null, lower: null, upper: null }
  const numerator = units - 1
  return {
    value: icc(f),
    lower: icc(f / fQuantile(1 - alpha / 2, numerator, denominator)),
    upper: icc(f * fQuantile(1 - alpha / 2, denominator, numerator)),
  }
}

/** ICC(2,1) with McGraw & Wong's interval. */
function absoluteAgreement({ units: n, raters: k, ...ms }: MeanSquares, alpha: number): Limits {
  const value =
    (ms.betweenUnits - ms.residual) /
    (ms.betweenUnits + (k - 1) * ms.residual + (k * (ms.betweenRaters - ms.residual)) / n)
  if (ms.residual === 0) return { value, lower: null, upper: null }
  const raterRatio = ms.betweenRaters / ms.residual
  const [a, b] = [k * value * raterRatio, n * (1 + (k - 1) * value) - k * value]
  const degrees = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a * a + b * b)
  const spread = k * ms.betweenRaters + (k * n - k - n) * ms.residual
  const high = fQuantile(1 - alpha / 2, n - 1, degrees)
  const low = fQuantile(1 - alpha / 2, degrees, n - 1)
  return {
    value,
    lower: (n * (ms.betweenUnits - high * ms.residual)) / (high * spread + n * ms.betweenUnits),
    upper: (n * (low * ms.betweenUnits - ms.residual)) / (spread + n * low * ms.betweenUnits),
  }
}

/**
 * Intraclass correlations of a complete table units × raters (Shrout & Fleiss 1979, McGraw & Wong 1996; analysis of
 * variance, not REML). Assumes normal effects. Negative estimates are shown as they are. Undefined when all scores are
 * equal. No interval where raters agree perfectly. Example: Shrout & Fleiss' 6 × 4 table → ICC(2,1) = 0.29 [0.02, 0.76].
 */
export function intraclassCorrelation(table: readonly (readonly number[])[], level = 0.95): IntraclassCorrelations {
  const ms = meanSquares(table)
  const n = table.length
  const isFlat = ms !== null && ms.betweenUnits + ms.withinUnits === 0
  const make = (method: string, limits: () => Limits, f: number, df2: number): IntraclassEstimate => {
    if (ms === null || isFlat) {
      const reason = ms === null ? 'too-few-observations' : 'no-variation'
      return { value: null, lower: null, upper: null, f: null, p: null, n, method, reason }
    }
    const found = limits()
    const reason = found.value === null ? 'no-variation' : found.lower === null ? 'zero-variance' : null
    const [ratio, p] = Number.isFinite(f) ? [f, fUpperTail(f, n - 1, df2)] : [null, null]
    return { ...found, f: ratio, p, n, method, reason }
  }
  const safe = ms ?? { units: n, raters: 0, betweenUnits: 0, betweenRaters: 0, residual: 0, withinUnits: 0 }
  const { raters: k, units } = safe
  const alpha = 1 - level
  const [f1, df1] = [safe.betweenUnits / safe.withinUnits, units * (k - 1)]
  const [f3, df3] = [safe.betweenUnits / safe.residual, (units - 1) * (k - 1)]
  const raised = (limits: () => Limits) => () => {
    const one = limits()
    return { value: forMean(k, one.value), lower: forMean(k, one.lower), upper: forMean(k, one.upper) }
  }
  const one = () => fromRatio(f1, k, units, df1, alpha)
  const two = () => absoluteAgreement(safe, alpha)
  const three = () => fromRatio(f3, k, units, df3, alpha)
  return {
    icc1: make('ICC(1)', one, f1, df1),
    icc1k: make('ICC(1,k)', raised(one), f1, df1),
    icc2: make('ICC(2,1)', two, f3, df3),
    icc2k: make('ICC(2,k)', raised(two), f3, df3),
    icc3: make('ICC(3,1)', three, f3, df3),
    icc3k: make('ICC(3,k)', raised(three), f3, df3),
    meanSquares: ms,
  }
}
