// Whether something of an assignment is shown only when the first ratings are locked, and whether they are.
import type { Protocol } from '../studies/schema'
import type { BlindedAssignmentData } from './schema'

/** What the protocol says about references, and about known answers. */
export type Shown = Pick<Protocol, 'referenceShown' | 'referenceMoment' | 'quality'>

/** Whether the known answers of gold items are shown after the submission. */
export const isLoud = ({ quality: { gold } }: Pick<Protocol, 'quality'>): boolean =>
  gold.feedback === 'loud' && gold.minimumPerAnnotator > 0

interface Revealable {
  /** A category's code; null: none. */
  category: string | null
  hasReference: boolean
  occasion: 'FIRST' | 'REPEAT' | 'BRIDGE' | 'ADJUDICATION'
  isRevealed: boolean
}

/** Whether the protocol shows the reference of an item of this category, sooner or later. */
export const showsReference = ({ referenceShown }: Shown, category: string | null): boolean =>
  referenceShown.includes(category ?? '*') || referenceShown.includes('*')

/** now: nothing waits. after-first: the first ratings are locked before the rest is shown. done: they are. */
export function revealState(assignment: Revealable, protocol: Shown): BlindedAssignmentData['reveal'] {
  const { category, hasReference, occasion, isRevealed } = assignment
  const isLate = protocol.referenceMoment === 'after-first' && hasReference && showsReference(protocol, category)
  return isLate || occasion === 'ADJUDICATION' ? (isRevealed ? 'done' : 'after-first') : 'now'
}
