import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterpartOf } from './counterpart'
import { chosenBy } from './keys'
import { addSpan, penaltyOf, replaceSpan, spansOf, withSpans } from './marks'
import type { Span } from './schema'
import { segmentsOf } from './text-segments'
import { markable, nextCharacter, sentencesOf, wordsOf } from './text-units'
import { covered, cursorAt, moveByCharacter, moveByWord, wordOnNextLine } from './word-cursor'

const pieces = fc.constantFrom(
  'word',
  ' ',
  '\n',
  '\r\n',
  '👩‍👩‍👧',
  '🇩🇪',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'é',
  '我悄悄',
  '地',
  'مرحبا',
  'שלום',
  '، ',
  '。',
  '!',
  'ก็',
  '𝒳',
  '🙂',
  '\u202e',
  'n̈',
)
const texts = fc.array(pieces, { maxLength: 20 }).map(parts => parts.join(''))
const cutText = texts.chain(text =>
  fc.record({ text: fc.constant(text), start: fc.nat(text.length + 2), length: fc.nat(text.length + 2) }),
)
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const edgesOf = (text: string) => new Set([...[...graphemes.segment(text)].map(({ index }) => index), text.length])
const brokenPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

describe('marking a text', () => {
  test('never cuts what a reader takes for one character, and marks no white space around it', () => {
    fc.assert(
      fc.property(cutText, ({ text, start, length }) => {
        const mark = markable(text, { start, end: start + length })
        if (!mark) {
          expect(text.slice(start, start + length).trim()).toBe('')
          return
        }
        const edges = edgesOf(text)
        expect([edges.has(mark.start), edges.has(mark.end)]).toEqual([true, true])
        const marked = text.slice(mark.start, mark.end)
        expect(marked).not.toMatch(brokenPair)
        expect(marked).toContain(text.slice(start, start + length).trim())
        expect(markable(text, mark)).toEqual(mark)
      }),
    )
  })

  test('the cursor stops at words in order, and at nothing that is white space', () => {
    fc.assert(
      fc.property(texts, text => {
        let last = 0
        for (const { start, end } of wordsOf(text, 'zh')) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end).trim()).not.toBe('')
          expect(text.slice(start, end)).not.toMatch(brokenPair)
          last = start
        }
      }),
    )
    const text = '我悄悄地向商店后方走去，通过'
    expect(wordsOf(text, 'zh').map(({ start, end }) => text.slice(start, end)).length).toBeGreaterThan(4)
  })

  test('the pieces of a text are the text, and each knows the marks over it', () => {
    const marks = fc.array(fc.record({ start: fc.nat(30), end: fc.nat(40) }), { maxLength: 6 })
    fc.assert(
      fc.property(texts, marks, (text, any) => {
        const own = any.flatMap(
          ({ start, end }) => markable(text, { start: Math.min(start, end), end: Math.max(start, end) }) ?? [],
        )
        const atoms = [...text.matchAll(/\u202e/g)].map(({ index }) => ({
          start: index,
          end: index + 1,
          shown: 'U+202E',
        }))
        const segments = segmentsOf(text, own, atoms)
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        for (const [number, mark] of own.entries()) {
          const covering = segments.filter(segment => segment.marks.includes(number))
          expect(covering[0]?.start).toBeLessThanOrEqual(mark.start)
          expect(covering.map(({ start, end }) => text.slice(start, end)).join('')).toContain(
            text.slice(mark.start, mark.end),
          )
        }
        for (const { start, end, shown } of segments)
          if (shown === null) expect(text.slice(start, end)).not.toMatch(/[\r\u202e]/)
      }),
    )
  })
})

describe('the cursor', () => {
  const text = 'One two, three 👩‍👩‍👧 four.'
  const words = wordsOf(text, 'en')
  const first = cursorAt(words[0] ?? { start: 0, end: 0 })
  const said = (cursor: typeof first) => text.slice(covered(cursor).start, covered(cursor).end)

  test('moves, grows and shrinks by words', () => {
    const second = moveByWord(first, words, 1, false)
    expect(said(second)).toBe('two')
    const grown = moveByWord(moveByWord(second, words, 1, true), words, 1, true)
    expect(said(grown)).toBe('two, three')
    expect(said(moveByWord(grown, words, -1, true))).toBe('two,')
    expect(said(moveByWord(second, words, -1, true))).toBe('One two')
    expect(said(moveByWord(first, words, -1, false))).toBe('One')
  })

  test('goes by characters where a word is too much, never to nothing', () => {
    const second = moveByWord(first, words, 1, false)
    expect(said(moveByCharacter(second, text, -1))).toBe('tw')
    expect(said(moveByCharacter(second, text, 1))).toBe('two,')
    let cursor = second
    for (let n = 0; n < 9; n++) cursor = moveByCharacter(cursor, text, -1)
    expect(said(cursor)).toBe('t')
    expect(nextCharacter(text, text.indexOf('👩'), 1)).toBe(text.indexOf(' four'))
  })

  test('finds the word above and below', () => {
    const box = ({ start }: { start: number }) => {
      const row = start < 8 ? 0 : start < 15 ? 20 : 40
      return { top: row, bottom: row + 16, left: start % 15, right: (start % 15) + 3 }
    }
    const [one, two] = words
    if (!one || !two) throw new Error('no words')
    expect(wordOnNextLine(words, one, 1, box)?.start).toBe(text.indexOf('three'))
    expect(wordOnNextLine(words, one, -1, box)).toBeNull()
  })
})

describe('the counterpart of a mark', () => {
  const source = 'Al was chained. He had 42 keys. Nobody came.'
  const place = (words: string) => {
    const start = source.indexOf(words)
    return { text: source, start, end: start + words.length, lang: 'en' }
  }
  const found = (words: string, text: string, lang = 'zh') => {
    const at = counterpartOf(place(words), text, lang)
    return at && text.slice(at.start, at.end)
  }

  test('is the same words where they were kept', () => {
    expect(found('Nobody', 'Wer? Nobody kam. Nobody.', 'de')).toBe('Nobody')
  })

  test('else the sentence with the same number, or at about the same place', () => {
    expect(found('chained', '阿尔被锁住了。他有四十二把钥匙。没有人来。')).toBe('阿尔被锁住了。')
    expect(found('Nobody', '阿尔被锁住了，他有四十二把钥匙。没有人来。')).toBe('没有人来。')
    expect(found('came', '')).toBeNull()
  })

  test('always lies inside the other text', () => {
    fc.assert(
      fc.property(cutText, texts, ({ text, start, length }, other) => {
        const mark = markable(text, { start, end: start + length })
        if (!mark) return
        const at = counterpartOf({ text, ...mark }, other)
        expect(at === null).toBe(other.trim() === '')
        if (at) expect(other.slice(at.start, at.end).trim()).not.toBe('')
      }),
    )
  })

  test('sentences are lines, too', () => {
    expect(sentencesOf('One\nTwo. Three.').length).toBe(3)
  })
})

describe('marks', () => {
  const span = (start: number, change: Partial<Span> = {}): Span => ({
    part: 'response',
    turn: 0,
    start,
    end: start + 2,
    category: 'omission',
    severity: 'minor',
    ...change,
  })
  const severities = [
    { id: 'minor', label: 'Minor', weight: 1 },
    { id: 'major', label: 'Major', weight: 5 },
  ]

  test('are kept per response, in the order of the text; without any there is no rating', () => {
    const content = withSpans({ ratings: [] }, 'errors', 2, [span(9), span(1), span(5, { part: 'source' })])
    expect(spansOf(content, 'errors', 2).map(({ start }) => start)).toEqual([5, 1, 9])
    expect(spansOf(content, 'errors', 1)).toEqual([])
    expect(withSpans(content, 'errors', 2, [])).toEqual({ ratings: [] })
  })

  test('the same place with the same category is changed, not doubled', () => {
    const spans = addSpan([span(1)], span(1, { severity: 'major' }))
    expect(spans).toEqual([span(1, { severity: 'major' })])
    expect(replaceSpan(spans, spans[0] ?? span(0), null)).toEqual([])
    expect(penaltyOf({ severities }, [span(1), span(4, { severity: 'major' })])).toBe(6)
  })

  test('keys choose on any keyboard', () => {
    const criterion = {
      categories: [
        { id: 'x', label: 'X', group: '' },
        { id: 'y', label: 'Y', group: '' },
      ],
      severities,
    }
    expect(chosenBy({ key: 'b', code: 'KeyB' }, criterion)).toEqual({ category: 'y' })
    expect(chosenBy({ key: 'ش', code: 'KeyA' }, criterion)).toEqual({ category: 'x' })
    expect(chosenBy({ key: '٢', code: 'Digit2' }, criterion)).toEqual({ severity: 'major' })
    expect(chosenBy({ key: 'Enter', code: 'Enter' }, criterion)).toBeNull()
  })
})
