import type { CriterionRule } from '../criterion-rule'
import type { SpansCriterion } from './schema'

export const spansRule: CriterionRule<SpansCriterion> = {
  isAsked: () => true,
  mayPass: false,
  problem: (criterion, _slot, rating) => {
    if (!rating) return null
    if (rating.choice?.kind !== 'spans') return 'wrong-kind'
    const isKnown = rating.choice.spans.every(
      span =>
        criterion.categories.some(category => category.id === span.category) &&
        criterion.severities.some(severity => severity.id === span.severity) &&
        (span.part === 'response' || criterion.source),
    )
    return isKnown ? null : 'off-scale'
  },
  glance: (_criterion, { choice }) => (choice?.kind === 'spans' ? String(choice.spans.length) : ''),
}
