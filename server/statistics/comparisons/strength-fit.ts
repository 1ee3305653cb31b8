import type { Reason } from '../reason'
import type { ComparisonComponents } from './comparison-components'

/** How strong an item is, as a log-odds against the average item (all strengths sum to zero). */
export interface Strength {
  value: number
  standardError: number
  lower: number
  upper: number
}

export interface FittedStrengths {
  strengths: Strength[]
  /** Of the strengths: the variance of a difference is c[i][i] + c[j][j] − 2·c[i][j]. */
  covariance: number[][]
  logLikelihood: number
  /** Comparisons. */
  n: number
  method: string
  reason: null
}

/** No strengths, and why. `components` tells what can still be said: the order, or the groups. */
export interface NoStrengths {
  strengths: null
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'separation' | 'disconnected' | 'not-converged' | 'no-variation'>
  components: ComparisonComponents
}
