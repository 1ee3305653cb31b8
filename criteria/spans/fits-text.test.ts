import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitsText } from './fits-text'
import { markable } from './text-units'

test('a stretch lies within its text', () => {
  expect(fitsText('abc', { start: 0, end: 3 })).toBe(true)
  expect(fitsText('abc', { start: 2, end: 3 })).toBe(true)
  expect(fitsText('abc', { start: 0, end: 4 })).toBe(false)
  expect(fitsText('abc', { start: 3, end: 4 })).toBe(false)
  expect(fitsText('abc', { start: 2, end: 2 })).toBe(false)
  expect(fitsText('', { start: 0, end: 1 })).toBe(false)
})

test('it counts as the browser does, and splits no character that is two units long', () => {
  // Four units, two characters.
  const text = '🙂🙃'
  expect(fitsText(text, { start: 0, end: 4 })).toBe(true)
  expect(fitsText(text, { start: 2, end: 4 })).toBe(true)
  expect(fitsText(text, { start: 0, end: 1 })).toBe(false)
  expect(fitsText(text, { start: 1, end: 4 })).toBe(false)
  expect(fitsText(text, { start: 0, end: 3 })).toBe(false)
  // Halves that belong to nothing are characters of their own.
  expect(fitsText('a\uDE42', { start: 1, end: 2 })).toBe(true)
})

test('whatever the page lets somebody mark fits', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.nat(40),
      fc.nat(40),
      (text, start, end) => {
        const stretch = markable(text, { start, end })
        return stretch === null || fitsText(text, stretch)
      },
    ),
    { numRuns: 50 },
  )
})
