// What takes too long for an event loop, by name: pure functions of plain data that can be copied to a thread.
import { lengthAdjustedDifference } from '../../statistics/scores/length-adjusted-difference'
import { agreementOf } from './agreement-of'
import { bootstrappedStrengths } from './bootstrapped-strengths'
import { pairedDifferences } from './paired-differences'
import { strengthsOverItems } from './strengths-over-items'

export const computations = {
  agreementOf,
  bootstrappedStrengths,
  strengthsOverItems,
  pairedDifferences,
  lengthAdjustedDifference: (items: Parameters<typeof lengthAdjustedDifference>[0]) => lengthAdjustedDifference(items),
}

export type Computations = typeof computations
export type ComputationName = keyof Computations
