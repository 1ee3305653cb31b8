// Checked by the compiler: these types are the promise that a response and its source cannot be mixed up.
import type { ResponseSource } from '../generated/prisma/client'
import type { BlindedAssignment, BlindedResponse } from './blinded-response'

type Assert<Holds extends true> = Holds
type Assignable<From, To> = [From] extends [To] ? true : false
type Not<Value extends boolean> = Value extends true ? false : true

export type Proofs = [
  // Nobody outside this domain can make one: the brand is not exported.
  Assert<Not<Assignable<{ turns: string[] }, BlindedResponse>>>,
  Assert<
    Not<Assignable<Omit<BlindedAssignment, 'responses'> & { responses: { turns: string[] }[] }, BlindedAssignment>>
  >,
  // No key of the source table can hold anything.
  Assert<Assignable<keyof ResponseSource, keyof BlindedResponse>>,
  Assert<Assignable<BlindedResponse[keyof ResponseSource & keyof BlindedResponse], undefined>>,
]
