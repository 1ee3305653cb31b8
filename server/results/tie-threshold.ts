// When scores of two models on one item count as a tie.
import type { Protocol } from '../studies/schema'
import type { ComparedCriterion } from './compared-criteria'

/** A difference of means in steps of a scale, as a fraction of whole numbers. */
export interface StepThreshold {
  numerator: number
  denominator: number
}

/** Equal means alone are a tie. */
export const noThreshold: StepThreshold = { numerator: 0, denominator: 1 }

/** What is a tie, in the unit of the scale. */
export interface TieThreshold {
  value: number
  /** What the protocol says. Another value was chosen later, and so is exploratory. */
  usual: number
  isExploratory: boolean
  steps: StepThreshold
}

/**
 * The threshold asked for, else the protocol's, to thousandths of the unit; null where comparisons come from no scores.
 * Example: 0.5 on a scale in steps of 0.2 → 500/200 steps.
 */
export function tieThreshold(
  { criteria, tieThreshold: usual }: Pick<Protocol, 'criteria' | 'tieThreshold'>,
  criterion: Pick<ComparedCriterion, 'id'>,
  asked: number | undefined,
): TieThreshold | null {
  const scale = criteria.find(one => one.id === criterion.id)
  if (scale?.kind !== 'scale') return null
  const value = asked ?? usual
  const steps = { numerator: Math.round(value * 1000), denominator: 100 * Math.round(scale.step * 10) }
  return { value, usual, isExploratory: value !== usual, steps }
}

/** Tells apart the texts of statements in which different thresholds stand. */
export const nameOfThreshold = ({ numerator, denominator }: StepThreshold = noThreshold): string =>
  `${numerator}_${denominator}`
