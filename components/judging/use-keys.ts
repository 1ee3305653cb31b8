'use client'

import { type RefObject, useEffect, useEffectEvent } from 'react'
import { type Command, meaningOf } from './keys'

const fields = 'input, textarea, select, [contenteditable="true"]'
const surfaces = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

interface KeyUse {
  /** Keys count only while the focus is in it; null: anywhere on the page. */
  within: RefObject<HTMLElement | null> | null
  command: (command: Command, event: KeyboardEvent) => void
  character: (character: string, event: KeyboardEvent) => void
}

/**
 * The page's keys. In a text field only "submit" and Escape (which leaves the field) are left; under a dialog or menu
 * none are.
 */
export function useKeys({ within, command, character }: KeyUse) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (within && !(event.target instanceof Node && within.current?.contains(event.target))) return
    if (event.defaultPrevented || event.isComposing || document.querySelector(surfaces)) return
    const meaning = meaningOf(event, document.documentElement.dir === 'rtl')
    if (!meaning) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(fields)) {
      if ('command' in meaning && (meaning.command === 'submit' || meaning.command === 'cancel'))
        command(meaning.command, event)
      return
    }
    // A key held down is not typed again and again.
    if (event.repeat && !('command' in meaning && (meaning.command === 'next' || meaning.command === 'previous')))
      return
    if ('character' in meaning) character(meaning.character, event)
    else command(meaning.command, event)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
