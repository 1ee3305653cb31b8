// What a kind's control on the judging page is given.
import type { ReactNode } from 'react'
import type { BlindedAssignmentData } from '../server/blinding/schema'
import type { JudgmentContent } from '../server/judgments/schema'
import type { RatingProblem } from './criterion-rule'
import type { Criterion, Rating } from './schema'

export interface EntryProps<Of extends Criterion> {
  criterion: Of
  /** 1 = A. 0: the whole item. */
  slot: number
  slotCount: number
  content: BlindedAssignmentData
  /** Everything entered so far. */
  value: JudgmentContent
  /** Gets the change, not the result: two changes in one moment must not undo each other. */
  change: (make: (content: JudgmentContent) => JudgmentContent) => void
  readOnly: boolean
  /** After an attempt to submit: what is missing is to be marked, with `aria-invalid` on the field that lacks it. */
  showMissing: boolean
  /** Its response is the one at work. */
  isCurrent: boolean
  problem: RatingProblem | null
  /** What `keys.ts` said has been typed and can go on; null: nothing is open. */
  typed: string | null
  /** What was entered before the rest was shown; absent: nothing was revealed, or nothing was entered. */
  first?: Rating
  /** The letter of the response and the tools of its cell, for the entry's first line: hand them to `EntryHead`. */
  lead?: ReactNode
  tools?: ReactNode
  /** There is no other entry beside it from which its name would tell it apart. */
  isAlone: boolean
  /** All responses at once: given to a kind that is `drawnTogether`, whose `slot` is then the response at work. */
  together?: Together
}

export interface Together {
  slots: readonly number[]
  /** Only the response at work is to be shown: always, or while the page is narrow (a class name). */
  onlyCurrent: boolean
  othersClass: string
  onEnter: (slot: number) => void
  /** Nothing is left to enter for the response at work. */
  onDone: () => void
}
