'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { BlindedAssignmentData } from '@/server/blinding/schema'

/** What has just been revealed is what is read next: it gets the focus, in sight. */
export function useRevealed(reading: RefObject<HTMLElement | null>, reveal: BlindedAssignmentData['reveal']): void {
  const before = useRef(reveal)
  useEffect(() => {
    if (before.current === 'after-first' && reveal === 'done') {
      reading.current?.scrollTo({ top: 0 })
      reading.current?.querySelector<HTMLElement>('[data-revealed]')?.focus({ preventScroll: true })
    }
    before.current = reveal
  }, [reading, reveal])
}
