// Scores are stored as whole steps from the minimum, so that sums and comparisons are exact. Decimals here are tenths.

export interface Scale {
  min: number
  max: number
  step: number
}

const tenths = (value: number) => Math.round(value * 10)

/** How many steps lie between the minimum and the maximum. */
export const stepCount = (scale: Scale): number => (tenths(scale.max) - tenths(scale.min)) / tenths(scale.step)

/** The steps of a score, or null when it does not lie on the scale. */
export function toSteps(score: number, scale: Scale): number | null {
  if (!Number.isFinite(score) || Math.abs(score * 10 - tenths(score)) > 1e-6) return null
  const steps = (tenths(score) - tenths(scale.min)) / tenths(scale.step)
  return Number.isInteger(steps) && steps >= 0 && steps <= stepCount(scale) ? steps : null
}

/** The score of a number of steps, in the scale's own decimals: "7", "7.5". */
export function formatSteps(steps: number, scale: Scale): string {
  const value = tenths(scale.min) + steps * tenths(scale.step)
  return Number.isInteger(scale.step) && Number.isInteger(scale.min) ? String(value / 10) : (value / 10).toFixed(1)
}
