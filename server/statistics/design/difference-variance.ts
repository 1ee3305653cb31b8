import type { RepeatedSamples } from './repeated-samples'

/** The variance of one item's mean difference: ω² + σ₁²/K₁ + σ₂²/K₂ (Miller 2024, section 5). */
export function differenceVariance(samples: RepeatedSamples): number {
  const { itemVariance, firstVariance, firstSamples, secondVariance, secondSamples } = samples
  return itemVariance + firstVariance / firstSamples + secondVariance / secondSamples
}
