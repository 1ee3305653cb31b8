// Writes an exact fraction as a decimal, rounded half-up on the exact value: 8.075 is 8.08, which toFixed gets wrong.
import type { Rational } from './rational'

/**
 * Halves go away from zero, so a score and its negative look alike. `decimals` is 0 or more; the result always has that
 * many.
 */
export function formatHalfUp(value: Rational, decimals: number): string {
  const isNegative = value.numerator < 0n
  const magnitude = isNegative ? -value.numerator : value.numerator
  const scaled = magnitude * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + value.denominator) / (2n * value.denominator)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = isNegative && rounded !== 0n ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}
