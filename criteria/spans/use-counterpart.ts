import { type RefObject, useEffect } from 'react'
import { counterpartOf } from './counterpart'
import { rangeOf } from './dom-offsets'
import { paintRange } from './paint-range'
import { usePointedMark } from './pointed-mark'

/** Colours in a text what stands for the mark that is looked at elsewhere, or the mark itself. */
export function useCounterpart(root: RefObject<Element | null>, origin: string, text: string, lang: string): void {
  const pointed = usePointedMark()
  useEffect(() => {
    if (!pointed || !root.current) return
    const isOwn = pointed.origin === origin
    const place = isOwn ? pointed : counterpartOf(pointed, text, lang)
    if (place) return paintRange(isOwn ? 'assay-pointed' : 'assay-counterpart', rangeOf(root.current, place))
  }, [pointed, root, origin, text, lang])
}
