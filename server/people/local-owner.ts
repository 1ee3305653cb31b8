// Names the local data of a person in their browser without saying who they are.
import { createHash } from 'node:crypto'

/** The same for the same person, and of no use to others who read it. */
export const localOwner = (userId: string): string =>
  createHash('sha256').update(`local data of ${userId}`).digest('hex').slice(0, 32)
