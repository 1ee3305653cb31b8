// Says what a judgment lacks or has wrong under a protocol; the browser and the server use the same answer.

import { stepCount, toSteps } from '../studies/scale-steps'
import type { Criterion, Protocol, ScaleCriterion } from '../studies/schema'
import type { JudgmentContent, RatingInput } from './schema'

export interface JudgmentProblem {
  criterion: string
  slot: number
  problem: 'missing' | 'comment-required' | 'off-scale' | 'unknown' | 'twice' | 'wrong-kind'
}

type Criteria = Protocol['criteria']

const slotsOf = (criterion: Criterion, slotCount: number) =>
  criterion.scope === 'item' ? [0] : Array.from({ length: slotCount }, (_, index) => index + 1)

const isScale = (criterion: Criterion): criterion is ScaleCriterion => criterion.kind === 'scale'

/** True when the comment of a slot may not be empty, given what has been rated. */
export function isCommentRequired(
  criteria: Criteria,
  criterion: Criterion,
  slot: number,
  find: (criterion: string, slot: number) => RatingInput | undefined,
): boolean {
  if (criterion.kind !== 'comment') return false
  if (criterion.required.when !== 'at-or-below') return criterion.required.when === 'always'
  const { criterion: scaleId, score } = criterion.required
  const scale = criteria.find(other => other.id === scaleId)
  if (!scale || !isScale(scale)) return false
  const threshold = toSteps(Math.min(Math.max(score, scale.min), scale.max), scale)
  const value = find(scaleId, slot)?.value
  return threshold !== null && value !== undefined && value <= threshold && score >= scale.min
}

/** Every problem of a judgment of `slotCount` responses; an empty list: it can be submitted. */
export function validateJudgment(criteria: Criteria, slotCount: number, content: JudgmentContent): JudgmentProblem[] {
  const problems: JudgmentProblem[] = []
  const ratings = new Map<string, RatingInput>()
  for (const rating of content.ratings) {
    const { criterion, slot } = rating
    const key = `${criterion}\n${slot}`
    const known = criteria.find(other => other.id === criterion)
    if (!known || !slotsOf(known, slotCount).includes(slot)) problems.push({ criterion, slot, problem: 'unknown' })
    else if (ratings.has(key)) problems.push({ criterion, slot, problem: 'twice' })
    ratings.set(key, rating)
  }
  const find = (criterion: string, slot: number) => ratings.get(`${criterion}\n${slot}`)
  for (const criterion of criteria) {
    for (const slot of slotsOf(criterion, slotCount)) {
      const rating = find(criterion.id, slot)
      const at = { criterion: criterion.id, slot }
      if (criterion.kind === 'scale') {
        if (!rating) problems.push({ ...at, problem: 'missing' })
        else if (rating.cannotJudge !== undefined) {
          if (rating.cannotJudge.trim() === '') problems.push({ ...at, problem: 'missing' })
        } else if (rating.value === undefined) problems.push({ ...at, problem: 'wrong-kind' })
        else if (rating.value > stepCount(criterion)) problems.push({ ...at, problem: 'off-scale' })
      } else if (rating && rating.text === undefined) problems.push({ ...at, problem: 'wrong-kind' })
      else if (isCommentRequired(criteria, criterion, slot, find) && !rating?.text?.trim())
        problems.push({ ...at, problem: 'comment-required' })
    }
  }
  return problems
}

/** What is stored of a valid judgment: empty comments are left out. */
export const storedRatings = (content: JudgmentContent): RatingInput[] =>
  content.ratings.filter(rating => rating.text === undefined || rating.text.trim() !== '')
