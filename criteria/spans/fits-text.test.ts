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

// Words, spaces, and what is made of more than one unit or character: a face, an accent, joiners, halves that belong to nothing.
const piece = fc.constantFrom('a', '句', 'ب', ' ', '\n', '🙂', '\u0301', '\u200d', '👩\u200d💻', '\ud83d', '\ude42')

test('whatever the page lets somebody mark fits', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(30), fc.nat(30), (pieces, start, end) => {
      const text = pieces.join('')
      const stretch = markable(text, { start, end })
      return stretch === null || fitsText(text, stretch)
    }),
  )
})
