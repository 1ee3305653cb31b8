// Which mark is looked at, so that every text on the page can show its counterpart. One page, one item at work.
import { useSyncExternalStore } from 'react'
import type { Stretch } from './text-units'

export interface PointedMark extends Stretch {
  /** Which text: part, slot and turn. */
  origin: string
  /** The whole raw text. */
  text: string
  lang: string
}

let pointed: PointedMark | null = null
const listeners = new Set<() => void>()

/** Names a text of the item. */
export const originOf = (part: 'response' | 'source', slot: number, turn: number): string =>
  part === 'source' ? 'source' : `response ${slot} ${turn}`

/** Looks at a mark; null: at none. */
export function pointAtMark(mark: PointedMark | null): void {
  if (mark?.origin === pointed?.origin && mark?.start === pointed?.start && mark?.end === pointed?.end) return
  pointed = mark
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The mark that is looked at. */
export const usePointedMark = (): PointedMark | null =>
  useSyncExternalStore(
    subscribe,
    () => pointed,
    () => null,
  )
