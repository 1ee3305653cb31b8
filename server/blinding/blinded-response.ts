// The types that only this domain can make, and that cannot carry a key of where a response came from.
import type { ResponseSource } from '../generated/prisma/client'
import { type BlindedAssignmentData, blindedAssignmentSchema } from './schema'

declare const blinded: unique symbol

/** No key of the source table may appear, whatever the rest is. */
type WithoutSource = { [Key in keyof ResponseSource]?: never }

export type BlindedResponse = { readonly turns: string[] } & WithoutSource & { readonly [blinded]: true }
export type BlindedAssignment = Omit<BlindedAssignmentData, 'responses'> & { readonly responses: BlindedResponse[] } & {
  readonly [blinded]: true
}

/**
 * Makes what an annotator may see from a row of `blinded_assignment()`.
 * The reference is taken out unless the protocol shows it for the item's category.
 * @throws ZodError when the row holds anything else than the contract says
 */
export function mintBlindedAssignment(row: unknown, referenceShown: readonly string[]): BlindedAssignment {
  const data = blindedAssignmentSchema.parse(row)
  const shown = referenceShown.includes(data.category?.code ?? '*') || referenceShown.includes('*')
  return { ...data, references: shown ? data.references : [] } as unknown as BlindedAssignment
}
