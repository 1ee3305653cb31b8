'use client'

import { useEffect, useRef, useState } from 'react'
import type { PressResult } from '@/criteria/criterion-keys'
import { keysOf, loadKeys } from '@/criteria/keys'
import { findRating, withRating } from '@/criteria/ratings'
import type { Criterion, Rating } from '@/criteria/schema'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import type { Target } from './judged-item'

interface Open extends Target {
  typed: string
  /** What Escape brings back. */
  before: Rating | undefined
}

const isAt = (open: Target | null, { criterion, slot }: Target) =>
  open?.slot === slot && open.criterion.id === criterion.id

/** The place inside of an entry that has the focus. */
const focusedPart = ({ criterion, slot }: Target) => {
  const part = document.activeElement?.closest<HTMLElement>('[data-part]')
  return part?.closest(`[data-entry="${criterion.id} ${slot}"]`) ? (part.dataset.part ?? null) : null
}

export type EntryKeys = ReturnType<typeof useEntryKeys>

/**
 * Gives a key to the first of some targets whose kind has a use for it, and keeps what has been typed there and can
 * still go on.
 */
export function useEntryKeys(
  criteria: readonly Criterion[],
  content: BlindedAssignmentData,
  change: (make: (content: JudgmentContent) => JudgmentContent) => void,
) {
  const [open, setOpen] = useState<Open | null>(null)
  // Keys can come faster than renders.
  const current = useRef<Open | null>(null)
  const keep = (next: Open | null) => {
    current.current = next
    setOpen(next)
  }

  const kinds = [...new Set(criteria.map(criterion => criterion.kind))].sort().join(' ')
  useEffect(() => {
    // Without a network the mouse is left.
    void loadKeys(kinds.split(' ') as Criterion['kind'][]).catch(() => undefined)
  }, [kinds])

  return {
    /** What has been typed at a target, or null when nothing is open there. */
    typedAt: (target: Target) => (isAt(open, target) ? (open?.typed ?? null) : null),
    openTarget: (): Target | null => current.current,
    close: () => keep(null),

    /** Returns where the key was of use, and what it did; null: nowhere. */
    press(key: string, targets: Target[], value: JudgmentContent): { target: Target; result: PressResult } | null {
      for (const target of targets) {
        const { criterion, slot } = target
        const continued = isAt(current.current, target) ? current.current : null
        const result = keysOf(criterion.kind)?.press(key, {
          criterion,
          slot,
          slotCount: content.responses.length,
          content,
          value,
          typed: continued?.typed ?? null,
          part: focusedPart(target),
        })
        if (!result) continue
        const before = continued ? continued.before : findRating(value, criterion.id, slot)
        if (result.change) change(result.change)
        keep(result.typed === undefined ? null : { criterion, slot, typed: result.typed, before })
        return { target, result }
      }
      return null
    },

    /** Undoes what is open; false: nothing was. */
    cancel(): boolean {
      const entry = current.current
      if (!entry) return false
      change(value => withRating(value, entry.criterion.id, entry.slot, entry.before ?? null))
      keep(null)
      return true
    },
  }
}
