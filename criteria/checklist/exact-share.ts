// The score of a rated checklist without any rounding, for results; the page shows `earnedShare`, which is quick.
import { mostHundredths } from './points'
import type { ChecklistChoice, RubricPoint } from './schema'

/** A whole fraction, not reduced: of the shape that server/statistics calculates with. */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

/** A decimal as it is written: 0.1 is one tenth, not the float beside it. */
export function decimalFraction(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', decimals = ''] = digits.split('.')
  const power = Number(exponent) - decimals.length
  const numerator = BigInt(whole + decimals)
  return power >= 0
    ? { numerator: numerator * 10n ** BigInt(power), denominator: 1n }
    : { numerator, denominator: 10n ** BigInt(-power) }
}

/**
 * Σ w·(earned/maximum) / Σ w, from 0 to 1; a point without a weight weighs its maximum, so that it is then points earned
 * of points possible. Null: a point has no grade, or there are no points.
 */
export function exactShare(points: readonly RubricPoint[], choice: ChecklistChoice): Fraction | null {
  let earned: Fraction = { numerator: 0n, denominator: 1n }
  let possible: Fraction = { numerator: 0n, denominator: 1n }
  for (const point of points) {
    const given = choice.points[point.id]
    if (!given) return null
    const weight = decimalFraction(point.weight ?? point.maximum)
    possible = add(possible, weight)
    earned = add(earned, {
      numerator: weight.numerator * BigInt(given.earned),
      denominator: weight.denominator * BigInt(mostHundredths(point)),
    })
  }
  if (possible.numerator === 0n) return null
  return reduced({
    numerator: earned.numerator * possible.denominator,
    denominator: earned.denominator * possible.numerator,
  })
}

const add = (a: Fraction, b: Fraction): Fraction =>
  reduced({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  })

function reduced({ numerator, denominator }: Fraction): Fraction {
  let [a, b] = [numerator, denominator]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? { numerator: 0n, denominator: 1n } : { numerator: numerator / a, denominator: denominator / a }
}
