'use client'

import { useState } from 'react'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import type { Protocol } from '@/server/studies/schema'

/** An item tried out as annotators get it: where the reference comes after the first ratings, they are locked first. */
export function usePreviewReveal(content: BlindedAssignmentData, moment: Protocol['referenceMoment']) {
  const [first, setFirst] = useState<JudgmentContent>()
  if (moment !== 'after-first' || content.references.length === 0) return { content }
  return first
    ? { content: { ...content, reveal: 'done' as const }, first }
    : { content: { ...content, reveal: 'after-first' as const, references: [] }, lock: setFirst }
}
