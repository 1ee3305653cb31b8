// What takes too long for an event loop, by name: pure functions of plain data that can be copied to a thread.
import { pairedDifferences } from './paired-differences'

export const computations = { pairedDifferences }

export type Computations = typeof computations
export type ComputationName = keyof Computations
