import fc from 'fast-check'
import { expect, test } from 'vitest'
import { responseHash, textHash } from './content-hash'

test('a text hash is that of the words, whatever the white space between them', () => {
  const word = fc.stringMatching(/^[a-z中]{1,5}$/)
  const space = fc.stringMatching(/^[ \t\n\r\u00a0\u3000]{1,3}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(word, space), { minLength: 1 }), pairs => {
      const spaced = pairs.map(([text, gap]) => gap + text).join('')
      expect(textHash([spaced])).toEqual(textHash([pairs.map(([text]) => text).join(' ')]))
    }),
  )
})

test('turns are not the same as their words in one turn, and no space is not a space', () => {
  expect(textHash(['a', 'b'])).not.toEqual(textHash(['a b']))
  expect(textHash(['ab'])).not.toEqual(textHash(['a b']))
  expect(responseHash('OK', ['a'], 'b')).not.toEqual(responseHash('OK', ['a', 'b'], null))
})
