// Does the position of a response change its score?
import { at } from '../at'
import { fUpperTail } from '../f-upper-tail'
import type { Reason } from '../reason'
import { fitWithinBlocks } from '../scores/fit-within-blocks'

export interface SlotEffect {
  f: number | null
  numeratorDegrees: number | null
  denominatorDegrees: number | null
  p: number | null
  /** How much higher a score is in each further slot than in the first, the model being the same. */
  differences: { slot: number; value: number; standardError: number }[]
  /** How much higher each further model is scored than the one whose name sorts first, the slot being the same. */
  models: { model: string; value: number; standardError: number }[]
  n: number
  method: string
  reason: Extract<Reason, 'too-few-observations' | 'zero-variance'> | null
}

/**
 * Null hypothesis: positions do not matter. F test of the slots in score = block + model + slot (least squares), a block
 * being an item (× rater). Assumes like, independent errors. Example: gold case 26 → F = 4.85, p = 0.011.
 */
export function slotEffect(
  ratings: readonly { block: string; model: string; slot: number; score: number }[],
): SlotEffect {
  const method = 'F test of slots beside blocks and models'
  const models = [...new Set(ratings.map(rating => rating.model))].sort().slice(1)
  const slots = [...new Set(ratings.map(rating => rating.slot))].sort((a, b) => a - b).slice(1)
  const indicators = (values: readonly (string | number)[], own: string | number) =>
    values.map(value => (value === own ? 1 : 0))
  const full = fitWithinBlocks(
    ratings.map(({ block, model, slot, score }) => ({
      block,
      y: score,
      x: [...indicators(slots, slot), ...indicators(models, model)],
    })),
  )
  const reduced = fitWithinBlocks(
    ratings.map(({ block, model, score }) => ({ block, y: score, x: indicators(models, model) })),
  )
  const none = { f: null, numeratorDegrees: null, denominatorDegrees: null, p: null, differences: [], models: [] }
  const n = ratings.length
  if (full === null || reduced === null || slots.length === 0)
    return { ...none, n, method, reason: 'too-few-observations' }
  const coefficient = (index: number) => ({
    value: at(full.coefficients, index),
    standardError: Math.sqrt(at(at(full.covariance, index), index)),
  })
  const differences = slots.map((slot, index) => ({ slot, ...coefficient(index) }))
  const ofModels = models.map((model, index) => ({ model, ...coefficient(slots.length + index) }))
  if (full.residualSumOfSquares === 0)
    return { ...none, differences, models: ofModels, n, method, reason: 'zero-variance' }
  const explained = (reduced.residualSumOfSquares - full.residualSumOfSquares) / slots.length
  const f = explained / (full.residualSumOfSquares / full.degreesOfFreedom)
  return {
    f,
    numeratorDegrees: slots.length,
    denominatorDegrees: full.degreesOfFreedom,
    p: fUpperTail(f, slots.length, full.degreesOfFreedom),
    differences,
    models: ofModels,
    n,
    method,
    reason: null,
  }
}
