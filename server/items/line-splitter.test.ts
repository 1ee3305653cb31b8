import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineSplitter } from './line-splitter'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (of: Uint8Array) => new TextDecoder().decode(of)

function split(pieces: Uint8Array[], most = 1_000_000) {
  const splitter = new LineSplitter(most)
  const lines = pieces.flatMap(piece => [...splitter.push(piece)].map(line => ({ ...line, bytes: line.bytes.slice() })))
  return [...lines, ...splitter.end()]
}

/** Cuts at the given places, wherever characters and lines begin. */
function cut(whole: Uint8Array, places: number[]): Uint8Array[] {
  const ends = [...new Set(places.map(place => place % (whole.length + 1)))].sort((a, b) => a - b)
  return [0, ...ends].map((from, index) => whole.slice(from, ends[index] ?? whole.length))
}

const anyText = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028', '\u0085', '中', '😀', ' ') })

describe('lines', () => {
  test('do not depend on how the bytes arrive', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(200)), (whole, places) => {
        const lines = split(cut(bytes(whole), places))
        const expected = whole.split('\n').map(line => line.replace(/\r$/, ''))
        if (whole === '' || whole.endsWith('\n')) expected.pop()
        expect(lines.map(line => text(line.bytes))).toEqual(expected)
        expect(lines.map(line => line.number)).toEqual(expected.map((_, index) => index + 1))
        for (const line of lines)
          expect(bytes(whole).slice(line.offset, line.offset + line.bytes.length)).toEqual(line.bytes)
      }),
    )
  })

  test('end at a line feed alone', () => {
    expect(split([bytes('a\u2028b\u0085c\rd\r\ne')]).map(line => text(line.bytes))).toEqual(['a\u2028b\u0085c\rd', 'e'])
  })

  test('that are too long are named, and those after them are whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60)), places => {
        const whole = bytes(`short\n${'x'.repeat(50)}\nafter\n${'y'.repeat(11)}`)
        const lines = split(cut(whole, places), 10)
        expect(lines.map(line => [line.number, line.offset, line.tooLong, text(line.bytes)])).toEqual([
          [1, 0, false, 'short'],
          [2, 6, true, ''],
          [3, 57, false, 'after'],
          [4, 63, true, ''],
        ])
      }),
    )
  })
})
