// The cursor with which a text is marked by keyboard: it stands on a word, and grows from there.
import { nextCharacter, type Stretch } from './text-units'

/** From where it grows, and the end that moves. */
export interface WordCursor {
  anchor: Stretch
  focus: Stretch
}

export const cursorAt = (stretch: Stretch): WordCursor => ({ anchor: stretch, focus: stretch })

/** What the cursor covers. */
export const covered = ({ anchor, focus }: WordCursor): Stretch => ({
  start: Math.min(anchor.start, focus.start),
  end: Math.max(anchor.end, focus.end),
})

/** The next word in the order of the text, or the previous one; null: there is none. */
function neighbour(words: readonly Stretch[], from: Stretch, by: 1 | -1): Stretch | null {
  return (by > 0 ? words.find(word => word.start >= from.end) : words.findLast(word => word.end <= from.start)) ?? null
}

/** One word on, or grown by one. At the end of the text it stays. */
export function moveByWord(cursor: WordCursor, words: readonly Stretch[], by: 1 | -1, grow: boolean): WordCursor {
  const to = neighbour(words, cursor.focus, by)
  if (!to) return grow ? cursor : cursorAt(words.findLast(word => word.start <= cursor.focus.start) ?? cursor.focus)
  return grow ? { anchor: cursor.anchor, focus: to } : cursorAt(to)
}

/** To a word that was found otherwise: on another line, at the end. */
export const moveTo = (cursor: WordCursor, word: Stretch, grow: boolean): WordCursor =>
  grow ? { anchor: cursor.anchor, focus: word } : cursorAt(word)

/** Grown or shrunk by one character at the end that moves; never to nothing. */
export function moveByCharacter(cursor: WordCursor, text: string, by: 1 | -1): WordCursor {
  const { start, end } = covered(cursor)
  const point = (offset: number): Stretch => ({ start: offset, end: offset })
  if (cursor.focus.start < cursor.anchor.start) {
    const to = nextCharacter(text, start, by)
    return to < end ? { anchor: point(end), focus: point(to) } : cursor
  }
  const to = nextCharacter(text, end, by)
  return to > start ? { anchor: point(start), focus: point(to) } : cursor
}

interface Box {
  top: number
  bottom: number
  left: number
  right: number
}

/** The word on the nearest line above or below that is nearest sideways; null: there is no such line. */
export function wordOnNextLine(
  words: readonly Stretch[],
  from: Stretch,
  by: 1 | -1,
  boxOf: (word: Stretch) => Box,
): Stretch | null {
  const here = boxOf(from)
  const middle = (here.left + here.right) / 2
  const isBeyond = (box: Box) =>
    by > 0
      ? box.top >= here.top + (here.bottom - here.top) / 2
      : box.bottom <= here.bottom - (here.bottom - here.top) / 2
  let best: { word: Stretch; line: number; aside: number } | null = null
  for (const word of words) {
    const box = boxOf(word)
    if (!isBeyond(box)) continue
    const line = Math.abs(box.top - here.top)
    const aside = middle < box.left ? box.left - middle : middle > box.right ? middle - box.right : 0
    const nearer = !best || line < best.line - 2 || (Math.abs(line - best.line) <= 2 && aside < best.aside)
    if (nearer) best = { word, line, aside }
  }
  return best?.word ?? null
}
