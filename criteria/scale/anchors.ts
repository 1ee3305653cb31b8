// The words of a scale's values.
import type { ScaleCriterion } from './schema'

/** The words that stand for a score, or null. */
export const anchorOf = (scale: ScaleCriterion, score: number): string | null =>
  scale.anchors.find(anchor => Math.abs(anchor.value - score) < 1e-6)?.text ?? null
