'use client'

import { useEffect, useRef } from 'react'
import type { JudgmentContent } from '@/server/judgments/schema'
import { eraseOrder, noteEntered } from './erase-order'
import type { Target } from './judged-item'

/** Remembers in which order things are entered, by keyboard or otherwise; says in which Backspace takes them out. */
export function useEraseOrder(value: JudgmentContent): (targets: readonly Target[]) => Target[] {
  const seen = useRef({ value, order: [] as string[] })
  useEffect(() => {
    seen.current = { value, order: noteEntered(seen.current.order, seen.current.value, value) }
  }, [value])
  return targets => eraseOrder(targets, seen.current.order)
}
