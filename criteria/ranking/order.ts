// The ranks of an item's responses, and how one more decision changes them. Ranks are per slot, 1 is best, null: none yet.
import type { JudgmentContent } from '../../server/judgments/schema'
import { findRating, withValue } from '../ratings'
import type { RankingCriterion } from './schema'

type Ranks = readonly (number | null)[]

/** Slots by rank, the best first; slots that share a rank stand together. Slots without a rank are in none. */
export function groupsOf(ranks: Ranks): number[][] {
  const distinct = [...new Set(ranks.filter(rank => rank !== null))].sort((a, b) => a - b)
  return distinct.map(rank => ranks.flatMap((other, index) => (other === rank ? [index + 1] : [])))
}

const ranksOfGroups = (groups: readonly (readonly number[])[], slotCount: number): (number | null)[] => {
  const filled = groups.filter(group => group.length > 0)
  return Array.from({ length: slotCount }, (_, index) => {
    const at = filled.findIndex(group => group.includes(index + 1))
    return at === -1 ? null : at + 1
  })
}

export const ranksOf = (content: JudgmentContent, criterion: RankingCriterion, slotCount: number): (number | null)[] =>
  Array.from({ length: slotCount }, (_, index) => findRating(content, criterion.id, index + 1)?.value ?? null)

const withRanks = (content: JudgmentContent, criterion: RankingCriterion, ranks: Ranks) =>
  ranks.reduce<JudgmentContent>((changed, rank, index) => {
    const rating = findRating(changed, criterion.id, index + 1)
    // A response that cannot be judged has no rank, and keeps its reason.
    if (rating?.cannotJudge !== undefined && rank === null) return changed
    return rating?.value === (rank ?? undefined) ? changed : withValue(changed, criterion.id, index + 1, rank)
  }, content)

/**
 * With a slot at a rank (null: at none). Where ties are not allowed, whoever has the rank makes room. When all have ranks,
 * gaps close: 1, 3, 3 is 1, 2, 2.
 */
export function withRank(
  content: JudgmentContent,
  criterion: RankingCriterion,
  slotCount: number,
  slot: number,
  rank: number | null,
): JudgmentContent {
  const others = ranksOf(content, criterion, slotCount).map((other, index) => (index + 1 === slot ? null : other))
  const isTaken = !criterion.ties && rank !== null && others.includes(rank)
  const ranks = others.map((other, index) => {
    if (index + 1 === slot) return rank
    return isTaken && other !== null && other >= rank ? other + 1 : other
  })
  return tidied(withRanks(content, criterion, ranks), criterion, slotCount)
}

/** With gaps closed where every response has a rank or cannot be judged; else, and where there are none, as it is. */
export function tidied(content: JudgmentContent, criterion: RankingCriterion, slotCount: number): JudgmentContent {
  const ranks = ranksOf(content, criterion, slotCount)
  const isDone = ranks.every(
    (rank, index) => rank !== null || findRating(content, criterion.id, index + 1) !== undefined,
  )
  const isOver = ranks.some(rank => rank !== null && rank > slotCount)
  return isDone || isOver ? withRanks(content, criterion, ranksOfGroups(groupsOf(ranks), slotCount)) : content
}

/** Where a response can be put: with those of a place (a tie), or between two places. Both count from 0, best first. */
export type Drop = { onto: number } | { before: number }

/** With a slot put somewhere in the order of those that have ranks. */
export function withDropped(
  content: JudgmentContent,
  criterion: RankingCriterion,
  slotCount: number,
  slot: number,
  drop: Drop,
): JudgmentContent {
  const groups = groupsOf(ranksOf(content, criterion, slotCount)).map(group => group.filter(other => other !== slot))
  const placed =
    'onto' in drop && criterion.ties
      ? groups.map((group, index) => (index === drop.onto ? [...group, slot] : group))
      : groups.toSpliced('onto' in drop ? drop.onto : drop.before, 0, [slot])
  return withRanks(content, criterion, ranksOfGroups(placed, slotCount))
}

/**
 * With a slot one step better (−1) or worse (1): out of a tie into a place of its own, from a place of its own into the
 * next one's (a tie, where allowed). One without a rank comes in at the end of that direction.
 */
export function withMoved(
  content: JudgmentContent,
  criterion: RankingCriterion,
  slotCount: number,
  slot: number,
  by: -1 | 1,
): JudgmentContent {
  const groups = groupsOf(ranksOf(content, criterion, slotCount))
  const at = groups.findIndex(group => group.includes(slot))
  if (at === -1) return withDropped(content, criterion, slotCount, slot, { before: by === -1 ? groups.length : 0 })
  const isAlone = groups[at]?.length === 1
  if (!isAlone) return withDropped(content, criterion, slotCount, slot, { before: by === -1 ? at : at + 1 })
  const next = at + by
  if (next < 0 || next >= groups.length) return content
  return withDropped(
    content,
    criterion,
    slotCount,
    slot,
    // The place that it leaves stands empty until the ranks are counted again.
    criterion.ties ? { onto: next } : { before: by === -1 ? next : next + 1 },
  )
}
