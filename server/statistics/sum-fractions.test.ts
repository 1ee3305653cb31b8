import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRationals, rational } from './rational'
import { sumFractions } from './sum-fractions'

test('the sum is that of adding one by one', () => {
  const fractions = fc.array(
    fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.bigInt({ min: 1n, max: 10n ** 17n })),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(fractions, pairs => {
      const all = pairs.map(([numerator, denominator]) => ({ numerator, denominator }))
      const oneByOne = all.reduce(
        (sum, { numerator, denominator }) => addRationals(sum, rational(numerator, denominator)),
        rational(0n),
      )
      const sum = sumFractions(all)
      expect(rational(sum.numerator, sum.denominator)).toEqual(oneByOne)
    }),
  )
})
