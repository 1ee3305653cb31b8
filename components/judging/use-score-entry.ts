'use client'

import { useRef, useState } from 'react'
import type { ScaleCriterion } from '@/criteria/scale/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import { findRating, withValue } from './ratings'
import { typeCharacter } from './score-entry'

/** Where a score is entered. */
export interface Target {
  slot: number
  scale: ScaleCriterion
}

interface Open {
  slot: number
  criterion: string
  typed: string
  /** What Escape brings back. */
  before: number | null
}

const isAt = (open: Open | null, target: Target) => open?.slot === target.slot && open.criterion === target.scale.id

/**
 * The digits that are being typed for one target. A score takes effect as soon as the digits make one, so that nothing
 * typed can get lost; what is open is only whether the next digit continues it.
 */
export function useScoreEntry(change: (make: (content: JudgmentContent) => JudgmentContent) => void) {
  const [open, setOpen] = useState<Open | null>(null)
  // Keys can come faster than renders.
  const current = useRef<Open | null>(null)
  const keep = (next: Open | null) => {
    current.current = next
    setOpen(next)
  }

  return {
    /** "1" while a digit may follow, else null. */
    typedAt: (slot: number, criterion: string) =>
      open?.slot === slot && open.criterion === criterion ? open.typed : null,
    isOpen: () => current.current !== null,
    close: () => keep(null),

    /** Returns whether the score is complete and the next target's turn. */
    type(character: string, target: Target, value: JudgmentContent): boolean {
      const { slot, scale } = target
      const continued = isAt(current.current, target) ? current.current : null
      const longer = continued && typeCharacter(continued.typed, character, scale)
      const entry = longer ?? typeCharacter('', character, scale)
      if (!entry) return false
      const before = continued ? continued.before : (findRating(value, scale.id, slot)?.value ?? null)
      if (entry.value !== null) change(content => withValue(content, scale.id, slot, entry.value))
      // A second digit that ends the score can only be meant as its end: "1", "0".
      const done = entry.complete && entry.typed.length > 1
      keep(done ? null : { slot, criterion: scale.id, typed: entry.typed, before })
      return done
    },

    cancel(): boolean {
      const entry = current.current
      if (!entry) return false
      change(content => withValue(content, entry.criterion, entry.slot, entry.before))
      keep(null)
      return true
    },

    /** Takes the score of a target out. */
    erase({ slot, scale }: Target) {
      change(content => withValue(content, scale.id, slot, null))
      keep(null)
    },
  }
}
