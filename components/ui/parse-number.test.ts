import { expect, test } from 'vitest'
import { parseNumber } from './parse-number'

test('digits of other keyboards are digits', () => {
  expect(parseNumber(' ١٢٫٥ ')).toBe(12.5)
  expect(parseNumber('۳')).toBe(3)
  expect(parseNumber('４，５')).toBe(4.5)
  expect(parseNumber('−2,5')).toBe(-2.5)
})

test('what is no number is none', () => {
  expect(parseNumber('')).toBeNull()
  expect(parseNumber('1,000,000')).toBeNull()
  expect(parseNumber('ten')).toBeNull()
})
