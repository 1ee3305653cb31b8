// Sums of many exact fractions whose denominators have little in common.
import type { Rational } from './rational'

/**
 * The exact sum, not in lowest terms. Equal denominators are added first, the rest in pairs of about the same size: one by
 * one and in lowest terms, ten thousand decimals of seventeen digits would take minutes.
 */
export function sumFractions(fractions: readonly Rational[]): Rational {
  const byDenominator = new Map<bigint, bigint>()
  for (const { numerator, denominator } of fractions)
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + numerator)
  let terms = [...byDenominator].map(([denominator, numerator]) => ({ numerator, denominator }))
  while (terms.length > 1) {
    const pairs: Rational[] = []
    for (let index = 0; index < terms.length; index += 2) {
      const [a, b] = [terms[index], terms[index + 1]]
      if (a && b)
        pairs.push({
          numerator: a.numerator * b.denominator + b.numerator * a.denominator,
          denominator: a.denominator * b.denominator,
        })
      else if (a) pairs.push(a)
    }
    terms = pairs
  }
  return terms[0] ?? { numerator: 0n, denominator: 1n }
}
