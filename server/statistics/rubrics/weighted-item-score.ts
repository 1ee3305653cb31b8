import { at } from '../at'
import type { Reason } from '../reason'
import { sum } from '../sum'
import type { JudgedPoints } from './judged-points'

/**
 * The score of one response: Σ weight·share/Σ weight over the judged points, 0–1. `weights` are the maxima of the points.
 * Null when no point (or only points without weight) was judged. Example: 1, 1, 1, 0 with weights 1, 1, 2, 1 → 0.8.
 */
export function weightedItemScore(
  points: JudgedPoints,
  weights: readonly number[],
): { value: number | null; n: number; reason: Extract<Reason, 'no-data'> | null } {
  const judged = points.flatMap((share, index) => (share === null ? [] : [{ share, weight: at(weights, index) }]))
  const all = sum(judged.map(point => point.weight))
  if (all === 0) return { value: null, n: judged.length, reason: 'no-data' }
  return { value: sum(judged.map(({ share, weight }) => share * weight)) / all, n: judged.length, reason: null }
}
