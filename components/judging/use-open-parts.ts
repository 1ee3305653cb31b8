'use client'

import { useState } from 'react'

/** Which long texts are unfolded. Named parts differ from what is the case for all. */
export function useOpenParts() {
  const [parts, setParts] = useState<ReadonlySet<string>>(new Set())
  const [allOpen, setAllOpen] = useState(false)
  return {
    isOpen: (part: string) => parts.has(part) !== allOpen,
    change: (part: string, open: boolean) =>
      setParts(before => {
        const next = new Set(before)
        if (open !== allOpen) next.add(part)
        else next.delete(part)
        return next
      }),
    toggleAll() {
      setParts(new Set())
      setAllOpen(open => !open)
    },
  }
}
