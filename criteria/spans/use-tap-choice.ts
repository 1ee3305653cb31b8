import { type PointerEvent, type RefObject, useRef } from 'react'
import { offsetAt, rangeOf, selectedIn } from './dom-offsets'
import { type Stretch, wordsOf } from './text-units'

interface TapChoiceOptions {
  root: RefObject<HTMLElement | null>
  text: string
  lang: string
}

const isSame = (a: Stretch | null, b: Stretch | null) => a?.start === b?.start && a?.end === b?.end

/** The place in the page's texts under a point. */
function caretAt(x: number, y: number): [Node, number] | null {
  const position = document.caretPositionFromPoint?.(x, y)
  if (position) return [position.offsetNode, position.offset]
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? [range.startContainer, range.startOffset] : null
}

/**
 * Words chosen by tapping: one, then another to take in all up to it. Holding a finger and dragging handles stays the
 * browser's affair. What is chosen is the page's selection.
 */
export function useTapChoice({ root, text, lang }: TapChoiceOptions) {
  /** The one word that a tap has chosen, to which the next tap reaches. */
  const tapped = useRef<Stretch | null>(null)
  const isTouch = useRef(false)

  function wordAt(element: HTMLElement, x: number, y: number): Stretch | null {
    const caret = caretAt(x, y)
    if (!caret || !element.contains(caret[0])) return null
    const offset = offsetAt(element, ...caret, text.length)
    const near = wordsOf(text, lang).filter(({ start, end }) => start <= offset && offset <= end)
    const isUnder = (word: Stretch) =>
      [...rangeOf(element, word).getClientRects()].some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      )
    return near.find(isUnder) ?? null
  }

  return {
    /** A finger is put down: before the browser takes the selection off. */
    begin(event: PointerEvent) {
      isTouch.current = event.pointerType === 'touch'
      const selected = root.current && selectedIn(root.current, getSelection(), text.length)
      if (!isSame(selected, tapped.current)) tapped.current = null
    },
    /** What is clicked is clicked by a finger. */
    isTap: () => isTouch.current,
    /** A tap has ended. */
    end({ clientX, clientY }: { clientX: number; clientY: number }) {
      const element = root.current
      if (!isTouch.current || !element) return
      const word = wordAt(element, clientX, clientY)
      const from = tapped.current
      getSelection()?.removeAllRanges()
      // The word itself once more: nothing is chosen.
      tapped.current = from || !word ? null : word
      if (!word || isSame(from, word)) return
      const first = from ?? word
      getSelection()?.addRange(
        rangeOf(element, { start: Math.min(first.start, word.start), end: Math.max(first.end, word.end) }),
      )
    },
  }
}
