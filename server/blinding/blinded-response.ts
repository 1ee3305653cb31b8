// The types that only this domain can make, and that cannot carry a key of where a response came from.
import { z } from 'zod'
import type { ResponseSource } from '../generated/prisma/client'
import type { Protocol } from '../studies/schema'
import { type BlindedAssignmentData, blindedAssignmentSchema } from './schema'

declare const blinded: unique symbol

/** No key of the source table may appear, whatever the rest is. */
type WithoutSource = { [Key in keyof ResponseSource]?: never }

export type BlindedResponse = { readonly turns: string[] } & WithoutSource & { readonly [blinded]: true }
export type BlindedAssignment = Omit<BlindedAssignmentData, 'responses'> & { readonly responses: BlindedResponse[] } & {
  readonly [blinded]: true
}

/** What the protocol says about references. */
export type Shown = Pick<Protocol, 'referenceShown' | 'referenceMoment'>

/** A row of `blinded_assignment()`: what may be seen, and what decides about it. */
const rowSchema = blindedAssignmentSchema.omit({ reveal: true }).extend({
  occasion: z.enum(['FIRST', 'REPEAT', 'BRIDGE', 'ADJUDICATION']),
  revealed: z.boolean(),
})

/** Whether the protocol shows the reference for an item's category, sooner or later. */
const showsReference = ({ referenceShown }: Shown, category: string | null) =>
  referenceShown.includes(category ?? '*') || referenceShown.includes('*')

/**
 * Makes what an annotator may see from a row of `blinded_assignment()`. The reference is taken out unless the protocol
 * shows it for the item's category, and until the first ratings are locked where it is revealed only then.
 * @throws ZodError when the row holds anything else than the contract says
 */
export function mintBlindedAssignment(row: unknown, protocol: Shown): BlindedAssignment {
  const { occasion, revealed, ...data } = rowSchema.parse(row)
  const references = showsReference(protocol, data.category?.code ?? null) ? data.references : []
  const isLate = protocol.referenceMoment === 'after-first' && references.some(text => text !== '')
  const reveal = isLate || occasion === 'ADJUDICATION' ? (revealed ? 'done' : 'after-first') : 'now'
  const seen = { ...data, reveal, references: isLate && !revealed ? [] : references }
  return blindedAssignmentSchema.parse(seen) as unknown as BlindedAssignment
}
