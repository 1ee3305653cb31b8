'use client'

import type { RefObject } from 'react'
import { passable } from '@/criteria/ratings'
import { type JudgedItem, judgedItem, type Target } from './judged-item'
import type { JudgingPanelProps } from './judging-panel'
import { type Command, typesText } from './keys'
import type { PanelDialog } from './panel-dialogs'
import type { EntryKeys } from './use-entry-keys'
import { useEraseOrder } from './use-erase-order'
import { useKeys } from './use-keys'
import type { Moves } from './use-moves'
import type { PanelFocus } from './use-panel-focus'
import type { Said } from './use-said'

interface PanelKeysProps {
  /** Keys count only while the focus is in it; null: anywhere on the page. */
  within: RefObject<HTMLElement | null> | null
  props: JudgingPanelProps
  item: JudgedItem
  keys: EntryKeys
  focus: PanelFocus
  moves: Moves
  said: Said
  setDialog: (dialog: PanelDialog) => void
  submit: () => void
  toggleRaw: () => void
  unfold: () => void
}

/** What each key of the judging page does. */
export function usePanelKeys(page: PanelKeysProps): void {
  const { within, props, item, keys, focus, moves, said, setDialog, submit, toggleRaw, unfold } = page
  const { content, criteria, value, readOnly, focusMode, onFocusModeChange } = props
  const { current } = moves
  const latestFirst = useEraseOrder(value)
  const targets = () => [...item.targetsOf(current), ...item.targetsOf(0)]

  /** What has the focus or is open: it is asked about a key before all others. */
  const atWork = () => [focus.target(item.asked), keys.openTarget()].filter(target => target !== null)

  /** Who is asked about a key, in order: what is at work, what lacks something, the rest. */
  const candidates = (): Target[] => [
    ...atWork(),
    ...targets().filter(item.isOpen),
    ...targets().filter(target => !item.isOpen(target)),
  ]

  const commands: Record<Command, (event: KeyboardEvent) => void> = {
    submit,
    next: () => moves.goTo(current + 1),
    previous: () => moves.goTo(current - 1),
    nextPart: () => focus.step(1, current),
    previousPart: () => focus.step(-1, current),
    // With nothing open, Enter belongs to the button that has the focus.
    commit: event => {
      const open = keys.openTarget()
      if (!open) return
      event.preventDefault()
      keys.close()
      if (open.slot > 0) said.response(item, open.slot)
      else said.entered(item, open)
      moves.goOn(open)
    },
    cancel: () => {
      if (!keys.cancel() && (document.activeElement?.matches('textarea, input') || focus.target(item.asked)))
        moves.goTo(current)
    },
    erase: () => {
      const rated = (target: Target) => item.glance(target) !== ''
      if (!readOnly) keys.press('erase', [...atWork(), ...latestFirst(targets())].filter(rated), value)
    },
    comment: () => !readOnly && moves.focusComment(current),
    cannotJudge: () => !readOnly && passable(item.asked).length > 0 && setDialog('cannotJudge'),
    skip: () => props.onSkip?.(),
    flag: () => props.onFlag?.(),
    ask: () => props.onAsk?.(),
    guidelines: () => setDialog('guidelines'),
    focusMode: () => content.responses.length > 1 && onFocusModeChange(!focusMode),
    rawText: toggleRaw,
    unfold,
    keys: () => setDialog('keys'),
  }

  useKeys({
    within,
    command: (command, event) => {
      // The letter must not arrive in the field that it opens.
      if (typesText.has(command)) event.preventDefault()
      commands[command](event)
    },
    character: (character, event) => {
      const taken = readOnly ? null : keys.press(character, candidates(), value)
      if (!taken) return
      event.preventDefault()
      const { target, result } = taken
      if (result.focusPart) focus.part(target, result.focusPart)
      if (result.focus) focus.place(result.focus)
      if (result.done) moves.goOn(target, judgedItem(criteria, content, result.change ? result.change(value) : value))
    },
  })
}
