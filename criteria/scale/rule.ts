import type { CriterionRule } from '../criterion-rule'
import type { ScaleCriterion } from './schema'
import { formatSteps, stepCount } from './steps'

export const scaleRule: CriterionRule<ScaleCriterion> = {
  isAsked: () => true,
  mayPass: true,
  problem: (scale, _slot, rating) => {
    if (!rating) return 'missing'
    if (rating.value === undefined) return 'wrong-kind'
    return rating.value > stepCount(scale) ? 'off-scale' : null
  },
  glance: (scale, { value }) => (value === undefined ? '' : formatSteps(value, scale)),
}
