// Percentiles and ratios of measured samples; nothing here measures.

/**
 * The value below which a share `p` (0…1) of the samples lie (nearest rank); null without samples.
 * @param {number[]} samples
 * @param {number} p
 */
export function percentile(samples, p) {
  if (samples.length === 0) return null
  const sorted = Float64Array.from(samples).sort()
  const rank = Math.ceil(p * sorted.length)
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))]
}

/**
 * The middle of the numbers among `values`, the mean of the two middle ones when they are even; null without any.
 * @param {(number | null | undefined)[]} values
 */
export function median(values) {
  const sorted = values.filter(value => typeof value === 'number' && Number.isFinite(value)).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/**
 * a / b; null when either was not measured or b is 0.
 * @param {number | null | undefined} a
 * @param {number | null | undefined} b
 */
export const ratio = (a, b) => (Number.isFinite(a) && Number.isFinite(b) && b !== 0 ? a / b : null)

/**
 * The median of the ratios within each round: what both sides met in the same minutes cancels out.
 * @template Round
 * @param {Round[]} rounds
 * @param {(round: Round) => number | null | undefined} numerator
 * @param {(round: Round) => number | null | undefined} denominator
 */
export const pairedRatio = (rounds, numerator, denominator) =>
  median(rounds.map(round => ratio(numerator(round), denominator(round))))

/**
 * p50, p95 and the number of samples, in the unit of the samples.
 * @param {number[]} samples
 */
export const summarise = samples => ({
  n: samples.length,
  p50: percentile(samples, 0.5),
  p95: percentile(samples, 0.95),
})
