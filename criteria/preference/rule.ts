import type { CriterionRule } from '../criterion-rule'
import type { PreferenceCriterion } from './schema'

export const preferenceRule: CriterionRule<PreferenceCriterion> = {
  isAsked: (_criterion, { slotCount }) => slotCount === 2,
  mayPass: false,
  problem: (criterion, _slot, rating) => {
    if (!rating) return 'missing'
    if (rating.choice?.kind !== 'preference') return 'wrong-kind'
    const { prefer, strength } = rating.choice
    if (prefer === 'tie') return criterion.tie ? null : 'off-scale'
    if (prefer === 'unusable') return criterion.bothUnusable ? null : 'off-scale'
    return strength !== null && strength <= criterion.strengths.length ? null : 'off-scale'
  },
  glance: ({ strengths }, { choice }) => {
    if (choice?.kind !== 'preference') return ''
    if (choice.strength === null) return choice.prefer === 'tie' ? '=' : '⊘'
    return `${choice.prefer.toUpperCase()}: ${strengths[choice.strength - 1] ?? choice.strength}`
  },
}
