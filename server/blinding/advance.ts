// What a person gets after a submission or a skip, blinded; or why it was refused.
import { type BlindedAssignment, mintBlindedAssignment } from './blinded-response'
import type { Shown } from './reveal-state'

/** A look-ahead as the database function returned it. */
export const blindAhead = (content: unknown, protocol: Shown): BlindedAssignment | null =>
  content ? mintBlindedAssignment(content, protocol) : null

const refusals = {
  closed: 'closed',
  taken: 'taken',
  skipped: 'skipped',
  returned: 'returned',
  cancelled: 'cancelled',
  submitted: 'submitted_elsewhere',
  key_reused: 'key_reused',
} as const

export interface Advance<Done extends string> {
  status: Done
  next: string | null
  nextContent: BlindedAssignment | null
  ahead: BlindedAssignment | null
}

export interface Refusal {
  status: (typeof refusals)[keyof typeof refusals]
}

interface AdvanceRow {
  status: string
  next?: string | null
  nextContent?: unknown
  ahead?: unknown
}

/** Why a database function refused, in words that an annotator's browser knows. */
export const blindRefusal = (status: string): Refusal => ({
  status: refusals[status as keyof typeof refusals] ?? 'cancelled',
})

/** The answer of submit_judgment() and skip_assignment(): what comes next, blinded, or why it was refused. */
export function blindAdvance<Done extends string>(answer: unknown, protocol: Shown): Advance<Done> | Refusal {
  const row = answer as AdvanceRow
  if (row.next === undefined) return blindRefusal(row.status)
  return {
    status: row.status as Done,
    next: row.next,
    nextContent: blindAhead(row.nextContent, protocol),
    ahead: blindAhead(row.ahead, protocol),
  }
}
