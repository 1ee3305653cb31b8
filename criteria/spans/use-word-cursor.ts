import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react'
import { rangeOf, selectedIn } from './dom-offsets'
import { type Stretch, wordsOf } from './text-units'
import { covered, cursorAt, moveByCharacter, moveByWord, moveTo, type WordCursor, wordOnNextLine } from './word-cursor'

interface WordCursorOptions {
  root: RefObject<HTMLElement | null>
  text: string
  lang: string
  /** Nothing can be marked, or something else has the keys. */
  isOff: boolean
}

/** Keys by which words are chosen in a text. What is chosen is the page's selection: seen, read out and copied as ever. */
export function useWordCursor({ root, text, lang, isOff }: WordCursorOptions) {
  const words = useMemo(() => wordsOf(text, lang), [text, lang])
  const cursor = useRef<WordCursor | null>(null)
  const byPointer = useRef(false)

  function show(next: WordCursor) {
    cursor.current = next
    const element = root.current
    if (!element) return
    const range = rangeOf(element, covered(next))
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    const edge = rangeOf(element, next.focus.start < next.focus.end ? next.focus : covered(next))
    ;(edge.startContainer.parentElement ?? element).scrollIntoView({ block: 'nearest' })
    const area = element.closest('section')
    const box = edge.getBoundingClientRect()
    const frame = area?.getBoundingClientRect()
    if (area && frame && (box.bottom > frame.bottom || box.top < frame.top + 40))
      area.scrollBy(0, box.top - frame.top - frame.height / 2)
  }

  const boxOf = (word: Stretch) => (root.current ? rangeOf(root.current, word).getBoundingClientRect() : new DOMRect())

  /** Whether the line of the cursor is written from right to left. */
  function isRightToLeft(at: number): boolean {
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? ''
    const letter = /\p{L}/u.exec(line)?.[0]
    return (
      letter !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter)
    )
  }

  return {
    /** The text has got the focus: by keyboard the cursor appears where it was, or at the start. */
    enter() {
      const [first] = words
      if (byPointer.current || isOff || !first) return
      const selected = root.current && selectedIn(root.current, getSelection(), text.length)
      show(cursor.current ?? cursorAt(selected ?? first))
    },
    leave(event: { type: string }) {
      byPointer.current = event.type === 'pointerdown'
      if (byPointer.current) cursor.current = null
    },
    put: (stretch: Stretch) => show(cursorAt(stretch)),
    /** What is chosen, by keys or otherwise. */
    covered: (): Stretch | null =>
      cursor.current
        ? covered(cursor.current)
        : (root.current && selectedIn(root.current, getSelection(), text.length)) || null,
    press(event: KeyboardEvent) {
      const [first] = words
      if (isOff || !first || event.ctrlKey || event.metaKey) return
      const from = cursor.current ?? cursorAt(first)
      const grow = event.shiftKey
      const sideways = { ArrowRight: 1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined
      const upright = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
      const ends = { Home: words[0], End: words.at(-1) }[event.key]
      let next: WordCursor | null = null
      if (sideways) {
        const by = (isRightToLeft(from.focus.start) ? -sideways : sideways) as 1 | -1
        next = event.altKey ? (grow ? moveByCharacter(from, text, by) : null) : moveByWord(from, words, by, grow)
        if (!cursor.current && !event.altKey) next = from
      } else if (upright && !event.altKey) {
        const word = wordOnNextLine(words, from.focus, upright, boxOf)
        next = word ? moveTo(from, word, grow) : from
      } else if (ends && !event.altKey) next = moveTo(from, ends, grow)
      if (!next) return
      event.preventDefault()
      show(next)
    },
  }
}
