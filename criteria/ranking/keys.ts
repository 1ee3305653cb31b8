// A digit is the rank of the response at work; the same digit twice is a tie.
import type { CriterionKeys } from '../criterion-keys'
import { withRank } from './order'
import type { RankingCriterion } from './schema'

export const rankingKeys: CriterionKeys<RankingCriterion> = {
  press(key, { criterion, slot, slotCount }) {
    if (key === 'erase') return { change: content => withRank(content, criterion, slotCount, slot, null) }
    if (!/^\d$/.test(key)) return null
    const rank = Number(key)
    // A digit that is no rank must not answer another question.
    if (rank < 1 || rank > slotCount) return {}
    return { change: content => withRank(content, criterion, slotCount, slot, rank), done: true }
  },
  list: [
    { name: 'rank', keys: ['1', '…', '8'] },
    { name: 'move', keys: ['←', '→'] },
  ],
}
