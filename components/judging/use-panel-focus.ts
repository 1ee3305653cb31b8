'use client'

import { type RefObject, useRef } from 'react'
import type { Criterion } from '@/criteria/schema'
import { bringIntoSight } from './bring-into-sight'
import type { Target } from './judged-item'

export type PanelFocus = ReturnType<typeof usePanelFocus>

/** Moves the focus within the judging page, after what it goes to has been drawn, and says where it is. */
export function usePanelFocus(panel: RefObject<HTMLElement | null>, reading: RefObject<HTMLElement | null>) {
  const find = (selector: string) => panel.current?.querySelector<HTMLElement>(selector)
  const entryAt = (criterion: string, slot: number) => find(`[data-entry="${criterion} ${slot}"]`)
  // A key can come before the focus has moved, and is for where it moves to: an entry, or (null) none.
  const underWay = useRef<{ to: string | null } | null>(null)
  const soon = (to: string | null, move: () => void) => {
    const own = { to }
    underWay.current = own
    requestAnimationFrame(() => {
      if (underWay.current === own) underWay.current = null
      move()
    })
  }
  const focusedEntry = () => {
    const entry = document.activeElement?.closest<HTMLElement>('[data-entry]') ?? null
    return panel.current?.contains(entry) ? (entry?.dataset.entry ?? null) : null
  }
  return {
    /** The criterion whose entry has the focus, or is about to get it; null: none. */
    target(asked: readonly Criterion[]): Target | null {
      const [id, slot] = (underWay.current ? underWay.current.to : focusedEntry())?.split(' ') ?? []
      const criterion = asked.find(other => other.id === id)
      return criterion ? { criterion, slot: Number(slot) } : null
    },

    /** A response, brought into sight. */
    response: (slot: number, focusMode: boolean) =>
      soon(null, () => {
        const article = reading.current?.querySelector<HTMLElement>(`[id^="response-${slot}-"]`)
        if (!reading.current || !article) return
        article.focus({ preventScroll: true })
        bringIntoSight(reading.current, article, focusMode)
      }),

    /** Where something is entered, or the field in it that lacks something. */
    entry: (criterion: string, slot: number) =>
      soon(`${criterion} ${slot}`, () => {
        const entry = entryAt(criterion, slot)
        const field = entry?.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid="true"], [data-lacks]')
        ;(field ?? entry)?.focus()
      }),

    /** A place inside of an entry. */
    part: ({ criterion, slot }: Target, part: string) =>
      soon(`${criterion.id} ${slot}`, () =>
        entryAt(criterion.id, slot)?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus(),
      ),

    /** A place of the page that takes keys for a criterion. At once: it is there. */
    place: (name: string) => find(`[data-takes-keys="${name}"]`)?.focus(),

    /** The comment on a response, else that on the item. */
    comment: (slot: number) =>
      soon(null, () => (find(`[data-comment-slot="${slot}"]`) ?? find('[data-comment-slot="0"]'))?.focus()),

    /** The next or previous entry of a response and the item. */
    step(by: 1 | -1, current: number) {
      const entries = [
        ...(panel.current?.querySelectorAll<HTMLElement>(`[data-entry$=" ${current}"], [data-entry$=" 0"]`) ?? []),
      ]
      const at = entries.findIndex(entry => entry.contains(document.activeElement))
      const next = entries[at === -1 && by === -1 ? entries.length - 1 : at + by]
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    },
  }
}
