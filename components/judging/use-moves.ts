'use client'

import { useState } from 'react'
import type { JudgmentProblem } from '@/server/judgments/validate-judgment'
import type { JudgedItem, Target } from './judged-item'
import type { EntryKeys } from './use-entry-keys'
import type { PanelFocus } from './use-panel-focus'
import type { Said } from './use-said'

interface MovesProps {
  item: JudgedItem
  slotCount: number
  focusMode: boolean
  keys: EntryKeys
  focus: PanelFocus
  said: Said
}

export type Moves = ReturnType<typeof useMoves>

/** Which response is at work, and the ways from one place of the page to the next. */
export function useMoves({ item, slotCount, focusMode, keys, focus, said }: MovesProps) {
  const [current, setCurrent] = useState(1)
  const [comments, setComments] = useState<ReadonlySet<number>>(new Set())
  const [showMissing, setShowMissing] = useState(false)

  function select(slot: number) {
    if (slot !== current) keys.close()
    setCurrent(slot)
  }

  /** Makes a response current and brings it into sight. */
  function goTo(slot: number, state = item) {
    if (slot < 1 || slot > slotCount) return
    select(slot)
    said.response(state, slot)
    focus.response(slot, focusMode)
  }

  function focusComment(slot: number) {
    setComments(open => new Set(open).add(slot))
    focus.comment(slot)
  }

  function showProblem(problem: JudgmentProblem) {
    const { criterion, slot } = problem
    setShowMissing(true)
    if (problem.problem === 'comment-required' && slot > 0) {
      select(slot)
      focusComment(slot)
    } else {
      if (slot > 0) goTo(slot)
      focus.entry(criterion, slot)
    }
    said.problem(item, problem)
  }

  /** On from a target that is done: what else the response lacks, the next response, what the item lacks. */
  function goOn({ slot }: Target, state = item) {
    const open = state.targetsOf(slot).find(state.isOpen)
    const onItem = state.targetsOf(0).find(state.isOpen)
    if (open) {
      said.next(open)
      // What has the focus would keep the keys.
      if (focus.target(item.asked)) focus.entry(open.criterion.id, open.slot)
    } else if (slot > 0 && slot < slotCount) goTo(slot + 1, state)
    else if (onItem) {
      said.next(onItem)
      focus.entry(onItem.criterion.id, 0)
    }
  }

  const closeComment = (slot: number) => setComments(open => new Set([...open].filter(other => other !== slot)))

  return { current, comments, showMissing, select, goTo, focusComment, closeComment, showProblem, goOn }
}
