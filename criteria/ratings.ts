// Reads and changes what has been entered for an item; never changes what it is given.
import type { JudgmentContent } from '../server/judgments/schema'
import { ruleOf } from './rules'
import type { Criterion, Rating } from './schema'

export const emptyContent: JudgmentContent = { ratings: [] }

export const findRating = (content: JudgmentContent, criterion: string, slot: number): Rating | undefined =>
  content.ratings.find(rating => rating.criterion === criterion && rating.slot === slot)

/** What a rating says; which of the three, the kind knows. */
export type RatingPart = Pick<Rating, 'value' | 'text' | 'choice'>

/** With the rating of a slot and criterion replaced, or taken out (null). The order does not depend on the order of entry. */
export function withRating(
  content: JudgmentContent,
  criterion: string,
  slot: number,
  part: RatingPart | Pick<Rating, 'cannotJudge'> | null,
): JudgmentContent {
  const others = content.ratings.filter(other => other.criterion !== criterion || other.slot !== slot)
  const ratings = part ? [...others, { ...part, criterion, slot }] : others
  return { ratings: ratings.toSorted((a, b) => a.slot - b.slot || (a.criterion < b.criterion ? -1 : 1)) }
}

/** `value` in steps or ranks; null: none. */
export const withValue = (content: JudgmentContent, criterion: string, slot: number, value: number | null) =>
  withRating(content, criterion, slot, value === null ? null : { value })

export const withText = (content: JudgmentContent, criterion: string, slot: number, text: string) =>
  withRating(content, criterion, slot, text === '' ? null : { text })

/** What is not rated when a response cannot be judged. */
export const passable = (criteria: readonly Criterion[]): Criterion[] =>
  criteria.filter(criterion => criterion.scope === 'response' && ruleOf(criterion).mayPass)

/** A response that cannot be judged has no score, points or rank; null takes that back. */
export const withCannotJudge = (
  content: JudgmentContent,
  criteria: readonly Criterion[],
  slot: number,
  reason: string | null,
): JudgmentContent =>
  passable(criteria).reduce(
    (changed, { id }) => withRating(changed, id, slot, reason === null ? null : { cannotJudge: reason }),
    content,
  )

/** Why a response cannot be judged, or null. */
export const cannotJudgeReason = (content: JudgmentContent, criteria: readonly Criterion[], slot: number) =>
  passable(criteria)
    .map(({ id }) => findRating(content, id, slot)?.cannotJudge)
    .find(reason => reason !== undefined) ?? null
