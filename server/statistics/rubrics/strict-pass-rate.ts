import { wilsonInterval } from '../comparisons/wilson-interval'
import type { Estimate } from '../estimate'
import type { JudgedPoints } from './judged-points'

/**
 * Estimand: the chance that a response meets all judged points of its rubric. Responses without a judged point do not
 * count. Wilson's interval over responses. Example: 3 of 6 → 0.5 [0.19, 0.81].
 */
export function strictPassRate(responses: readonly JudgedPoints[], level = 0.95): Estimate {
  const judged = responses.map(points => points.filter(point => point !== null)).filter(points => points.length > 0)
  const passed = judged.filter(points => points.every(point => point === 1)).length
  return { ...wilsonInterval(passed, judged.length, level), method: 'all points met, Wilson interval' }
}
