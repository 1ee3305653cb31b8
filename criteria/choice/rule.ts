import type { CriterionRule } from '../criterion-rule'
import type { ChoiceCriterion } from './schema'

export const choiceRule: CriterionRule<ChoiceCriterion> = {
  isAsked: () => true,
  mayPass: false,
  problem: (criterion, _slot, rating) => {
    if (!rating) return criterion.mandatory ? 'missing' : null
    if (rating.choice?.kind !== 'choice') return 'wrong-kind'
    const { labels } = rating.choice
    const known = labels.every(label => criterion.options.some(option => option.id === label))
    return known && new Set(labels).size === labels.length && (criterion.many || labels.length === 1)
      ? null
      : 'off-scale'
  },
  glance: ({ options }, { choice }) =>
    choice?.kind === 'choice'
      ? options.flatMap(option => (choice.labels.includes(option.id) ? [option.label] : [])).join(', ')
      : '',
}
