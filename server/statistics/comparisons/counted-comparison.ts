import type { Comparison } from './comparison'

/** An outcome and how often it came up. */
export interface CountedComparison extends Comparison {
  /** 1 unless said otherwise. */
  count?: number
}
