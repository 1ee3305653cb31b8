import type { CriterionRule } from '../criterion-rule'
import type { RankingCriterion } from './schema'

/** Whether ranks are 1 … m with none left out, and shared only where ties are allowed. */
export function isCompleteOrder(ranks: readonly number[], ties: boolean): boolean {
  const distinct = new Set(ranks)
  return (ties || distinct.size === ranks.length) && [...distinct].every(rank => rank >= 1 && rank <= distinct.size)
}

export const rankingRule: CriterionRule<RankingCriterion> = {
  isAsked: (_criterion, { slotCount }) => slotCount > 1,
  mayPass: true,
  problem: (criterion, _slot, rating, { slotCount, find }) => {
    if (!rating) return 'missing'
    if (rating.value === undefined) return 'wrong-kind'
    if (rating.value < 1 || rating.value > slotCount) return 'off-scale'
    const all = Array.from({ length: slotCount }, (_, index) => find(criterion.id, index + 1))
    // Whether it is an order can be said when all have their ranks.
    if (all.some(other => other === undefined)) return null
    const ranks = all.flatMap(other => other?.value ?? [])
    return isCompleteOrder(ranks, criterion.ties) ? null : 'off-scale'
  },
  glance: (_criterion, { value }) => (value === undefined ? '' : String(value)),
}
