// Reads and changes what has been entered for an item; never changes what it is given.

import type { CommentCriterion } from '@/criteria/comment/schema'
import type { ScaleCriterion } from '@/criteria/scale/schema'
import { formatSteps } from '@/criteria/scale/steps'
import type { Criterion, Rating } from '@/criteria/schema'
import { canonicalJson } from '@/server/audit/canonical-json'
import type { JudgmentContent } from '@/server/judgments/schema'

export const emptyContent: JudgmentContent = { ratings: [] }

export const scalesOf = (criteria: readonly Criterion[]): ScaleCriterion[] =>
  criteria.filter(criterion => criterion.kind === 'scale')

export const commentsOf = (criteria: readonly Criterion[], scope: 'response' | 'item'): CommentCriterion[] =>
  criteria.filter(criterion => criterion.kind === 'comment' && criterion.scope === scope).filter(isComment)

const isComment = (criterion: Criterion): criterion is CommentCriterion => criterion.kind === 'comment'

export const findRating = (content: JudgmentContent, criterion: string, slot: number): Rating | undefined =>
  content.ratings.find(rating => rating.criterion === criterion && rating.slot === slot)

/** With the rating of a slot and criterion replaced, or taken out. The order does not depend on the order of entry. */
function withRating(content: JudgmentContent, rating: Rating | null, criterion: string, slot: number) {
  const others = content.ratings.filter(other => other.criterion !== criterion || other.slot !== slot)
  const ratings = rating ? [...others, rating] : others
  return {
    ratings: ratings.toSorted((a, b) => a.slot - b.slot || (a.criterion < b.criterion ? -1 : 1)),
  }
}

/** `value` in steps from the minimum; null: not scored. */
export const withValue = (content: JudgmentContent, criterion: string, slot: number, value: number | null) =>
  withRating(content, value === null ? null : { criterion, slot, value }, criterion, slot)

export const withText = (content: JudgmentContent, criterion: string, slot: number, text: string) =>
  withRating(content, text === '' ? null : { criterion, slot, text }, criterion, slot)

/** A response that cannot be judged has no score on any scale; null takes that back. */
export const withCannotJudge = (
  content: JudgmentContent,
  criteria: readonly Criterion[],
  slot: number,
  reason: string | null,
) =>
  scalesOf(criteria).reduce(
    (changed, { id: criterion }) =>
      withRating(changed, reason === null ? null : { criterion, slot, cannotJudge: reason }, criterion, slot),
    content,
  )

/** Why a response cannot be judged, or null. */
export const cannotJudgeReason = (content: JudgmentContent, criteria: readonly Criterion[], slot: number) =>
  scalesOf(criteria)
    .map(({ id }) => findRating(content, id, slot)?.cannotJudge)
    .find(reason => reason !== undefined) ?? null

/** The score as people write it, or null. */
export function scoreOf(content: JudgmentContent, scale: ScaleCriterion, slot: number): string | null {
  const value = findRating(content, scale.id, slot)?.value
  return value === undefined ? null : formatSteps(value, scale)
}

/** The words that stand for a score, or null. */
export const anchorOf = (scale: ScaleCriterion, score: number): string | null =>
  scale.anchors.find(anchor => Math.abs(anchor.value - score) < 1e-6)?.text ?? null

/** Equal as judgments: the same ratings in any order. */
export function sameContent(a: JudgmentContent, b: JudgmentContent): boolean {
  const sorted = (content: JudgmentContent) =>
    content.ratings
      .filter(rating => rating.text === undefined || rating.text !== '')
      .map(({ criterion, slot, value, text, choice, cannotJudge }) =>
        canonicalJson([slot, criterion, value ?? null, text ?? null, choice ?? null, cannotJudge ?? null]),
      )
      .sort()
      .join('\n')
  return sorted(a) === sorted(b)
}
