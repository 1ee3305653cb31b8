import type { CriterionRule, RatingContext } from '../criterion-rule'
import { toSteps } from '../scale/steps'
import type { CommentCriterion } from './schema'

/** True when the comment of a slot may not be empty, given what has been rated. */
export function isCommentRequired(
  { required }: CommentCriterion,
  slot: number,
  { criteria, find }: Pick<RatingContext, 'criteria' | 'find'>,
): boolean {
  if (required.when !== 'at-or-below') return required.when === 'always'
  const scale = criteria.find(other => other.id === required.criterion)
  if (scale?.kind !== 'scale') return false
  const threshold = toSteps(Math.min(Math.max(required.score, scale.min), scale.max), scale)
  const value = find(scale.id, scale.scope === 'item' ? 0 : slot)?.value
  return threshold !== null && value !== undefined && value <= threshold && required.score >= scale.min
}

export const commentRule: CriterionRule<CommentCriterion> = {
  isAsked: () => true,
  mayPass: false,
  problem: (comment, slot, rating, context) => {
    if (rating && rating.text === undefined) return 'wrong-kind'
    return isCommentRequired(comment, slot, context) && !rating?.text?.trim() ? 'comment-required' : null
  },
  glance: (_comment, { text }) => text ?? '',
}
