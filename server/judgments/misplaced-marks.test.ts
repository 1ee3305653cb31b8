import { expect, test } from 'vitest'
import { markedPlaces, misplacedMarks } from './misplaced-marks'

const span = (part: 'response' | 'source', turn: number, start: number, end: number) => ({
  part,
  turn,
  start,
  end,
  category: 'omission',
  severity: 'minor',
})
const rating = (slot: number, ...spans: ReturnType<typeof span>[]) => ({
  criterion: 'errors',
  slot,
  choice: { kind: 'spans' as const, spans },
})
const content = {
  ratings: [
    { criterion: 'overall', slot: 1, value: 2 },
    rating(1, span('source', 0, 0, 2), span('response', 0, 1, 3), span('response', 0, 2, 4)),
    rating(2, span('source', 0, 1, 2), span('response', 1, 0, 2)),
  ],
}

test('each marked text is read once; the source is one for all', () => {
  expect(markedPlaces(content)).toEqual([
    { part: 'source', slot: 0, turn: 0 },
    { part: 'response', slot: 1, turn: 0 },
    { part: 'response', slot: 2, turn: 1 },
  ])
  expect(markedPlaces({ ratings: [{ criterion: 'overall', slot: 1, value: 2 }] })).toEqual([])
})

test('a rating with a mark outside of its text, inside a character or in no text is named once', () => {
  const texts =
    (first: string, second: string | null) =>
    ({ part, slot }: { part: string; slot: number }) =>
      part === 'source' ? '句子' : slot === 1 ? first : second
  expect(misplacedMarks(content, texts('abcd', 'ab'))).toEqual([])
  const first = { criterion: 'errors', slot: 1, problem: 'off-text' }
  const second = { criterion: 'errors', slot: 2, problem: 'off-text' }
  expect(misplacedMarks(content, texts('ab', 'ab'))).toEqual([first])
  expect(misplacedMarks(content, texts('a🙂d', 'ab'))).toEqual([first])
  expect(misplacedMarks(content, texts('abcd', null))).toEqual([second])
})
