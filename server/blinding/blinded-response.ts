// The types that only this domain can make, and that cannot carry a key of where a response came from.
import { z } from 'zod'
import type { ResponseSource } from '../generated/prisma/client'
import { isLoud, revealState, type Shown, showsReference } from './reveal-state'
import { type BlindedAssignmentData, blindedAssignmentSchema } from './schema'

declare const blinded: unique symbol

/** No key of the source table may appear, whatever the rest is. */
type WithoutSource = { [Key in keyof ResponseSource]?: never }

export type BlindedResponse = { readonly turns: string[] } & WithoutSource & { readonly [blinded]: true }
export type BlindedAssignment = Omit<BlindedAssignmentData, 'responses'> & { readonly responses: BlindedResponse[] } & {
  readonly [blinded]: true
}

/** A row of `blinded_assignment()`: what may be seen, and what decides about it. */
const rowSchema = blindedAssignmentSchema.omit({ reveal: true, feedback: true, decides: true }).extend({
  occasion: z.enum(['FIRST', 'REPEAT', 'BRIDGE', 'ADJUDICATION']),
  revealed: z.boolean(),
})

/**
 * Makes what an annotator may see from a row of `blinded_assignment()`. The reference is taken out unless the protocol
 * shows it for the item's category, and until the first ratings are locked where it is revealed only then.
 * @throws ZodError when the row holds anything else than the contract says
 */
export function mintBlindedAssignment(row: unknown, protocol: Shown): BlindedAssignment {
  const { occasion, revealed, ...data } = rowSchema.parse(row)
  const category = data.category?.code ?? null
  const references = showsReference(protocol, category) ? data.references : []
  const hasReference = references.some(text => text !== '')
  const reveal = revealState({ category, hasReference, occasion, isRevealed: revealed }, protocol)
  const isKept = protocol.referenceMoment === 'after-first' && !revealed
  return blindedAssignmentSchema.parse({
    ...data,
    reveal,
    // Of the work, all items wait alike: those with a known answer are not to be told from the rest.
    feedback: data.training !== null || isLoud(protocol),
    decides: occasion === 'ADJUDICATION',
    references: isKept ? [] : references,
  }) as unknown as BlindedAssignment
}
