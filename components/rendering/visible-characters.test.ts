import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText, isFormattable } from './reading-limits'
import { textDirection } from './text-direction'
import { looksEmpty, splitHidden } from './visible-characters'

describe('splitHidden', () => {
  it('shows overrides everywhere, joiners only in code', () => {
    expect(splitHidden('a\u202eb', { code: false })).toEqual([
      { kind: 'text', value: 'a' },
      { kind: 'hidden', value: 'U+202E' },
      { kind: 'text', value: 'b' },
    ])
    expect(splitHidden('is\u200bAdmin', { code: true }).map(part => part.kind)).toEqual(['text', 'hidden', 'text'])
    expect(splitHidden('می\u200cخواهم', { code: false })).toHaveLength(1)
  })

  it('leaves emoji and flags whole', () => {
    const scotland = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'
    expect(splitHidden(`👩‍👩‍👧 ${scotland}`, { code: false })).toHaveLength(1)
    expect(splitHidden('x\u{e0067}', { code: false })[1]?.value).toBe('U+E0067')
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, code) => {
        const back = splitHidden(text, { code })
          .map(part => (part.kind === 'text' ? part.value : String.fromCodePoint(Number(`0x${part.value.slice(2)}`))))
          .join('')
        expect(back).toBe(text)
      }),
    )
  }, 30_000)
})

describe('texts', () => {
  it('are empty when nothing can be seen', () => {
    expect(looksEmpty(' \u200b\u2060\n')).toBe(true)
    expect(looksEmpty('x')).toBe(false)
    expect(looksEmpty('。')).toBe(false)
  })

  it('have the direction of their first letter', () => {
    expect(textDirection('1. «مرحبا» hello')).toBe('rtl')
    expect(textDirection('hello مرحبا')).toBe('ltr')
    expect(textDirection('123')).toBe('ltr')
  })

  it('are cut without loss and never inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, size) => {
        const pieces = cutText(text, size)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(piece).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  it('are formatted unless they are huge or deep', () => {
    expect(isFormattable('# Title\n\ntext')).toBe(true)
    expect(isFormattable('x'.repeat(130_000))).toBe(false)
    expect(isFormattable('>'.repeat(1000))).toBe(false)
    expect(isFormattable('['.repeat(50_000))).toBe(false)
    expect(isFormattable(`${' '.repeat(600)}- deep`)).toBe(false)
    expect(isFormattable('| cell | cell |\n'.repeat(2_000))).toBe(true)
  })
})
