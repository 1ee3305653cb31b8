// What a kind has to say about keys. Pure: it is asked by the judging page, which knows what has the focus.
import type { BlindedAssignmentData } from '../server/blinding/schema'
import type { JudgmentContent } from '../server/judgments/schema'
import type { Criterion } from './schema'

export interface PressContext<Of extends Criterion> {
  criterion: Of
  slot: number
  slotCount: number
  content: BlindedAssignmentData
  value: JudgmentContent
  /** What was typed here just before and can go on: "1" of "10"; null: nothing is open. */
  typed: string | null
  /** `data-part` of what has the focus inside of the entry; null or absent: nothing has. */
  part?: string | null
}

export interface PressResult {
  change?: (content: JudgmentContent) => JudgmentContent
  /** Stays open: the next press may go on with this, Enter closes it, Escape undoes all since it was opened. */
  typed?: string
  /** `data-part` of what takes the focus inside of the entry. */
  focusPart?: string
  /** Takes the focus: the element of the page with this `data-takes-keys`. */
  focus?: string
  /** Nothing can follow: on to the next criterion that lacks something, or to the next response. */
  done?: boolean
}

/** A name in the catalogue under `judging.entries.<kind>.keys`. */
export interface KeyLine {
  name: string
  keys: readonly string[]
}

export interface CriterionKeys<Of extends Criterion> {
  /**
   * `key`: a digit (of any script, as 0–9), "." or "-", a letter that the page has no use for (a b d h i l m o t u v w
   * y; any with Shift, in upper case), or "erase". Null: no use for it here; others are asked.
   */
  press: (key: string, context: PressContext<Of>) => PressResult | null
  /** For the list of keys. */
  list: readonly KeyLine[]
}
