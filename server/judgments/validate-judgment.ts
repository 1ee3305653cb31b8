// Says what a judgment lacks or has wrong under a protocol; the browser and the server use the same answer.
import type { RatingContext, RatingProblem } from '../../criteria/criterion-rule'
import { ruleOf } from '../../criteria/rules'
import type { Criterion, Rating } from '../../criteria/schema'
import type { JudgmentContent } from './schema'

export interface JudgmentProblem {
  criterion: string
  slot: number
  problem: RatingProblem
}

/** What is judged: the criteria of the protocol, and of the assignment what they depend on. */
export type Judged = Omit<RatingContext, 'find'>

/** The criteria that are asked of an assignment, in the protocol's order. */
export const askedCriteria = (judged: Judged): Criterion[] =>
  judged.criteria.filter(
    criterion => !judged.omitted.includes(criterion.id) && ruleOf(criterion).isAsked(criterion, judged),
  )

/** The slots that a criterion is rated in: 1 … n, or 0 for the whole item. */
export const slotsOf = (criterion: Criterion, slotCount: number): number[] =>
  criterion.scope === 'item' ? [0] : Array.from({ length: slotCount }, (_, index) => index + 1)

/** Every problem of a judgment; an empty list: it can be submitted. */
export function validateJudgment(judged: Judged, content: JudgmentContent): JudgmentProblem[] {
  const problems: JudgmentProblem[] = []
  const asked = askedCriteria(judged)
  const ratings = new Map<string, Rating>()
  for (const rating of content.ratings) {
    const { criterion, slot } = rating
    const key = `${criterion}\n${slot}`
    const known = asked.find(other => other.id === criterion)
    if (!known || !slotsOf(known, judged.slotCount).includes(slot))
      problems.push({ criterion, slot, problem: 'unknown' })
    else if (ratings.has(key)) problems.push({ criterion, slot, problem: 'twice' })
    ratings.set(key, rating)
  }
  const context: RatingContext = { ...judged, find: (criterion, slot) => ratings.get(`${criterion}\n${slot}`) }
  for (const criterion of asked) {
    const rule = ruleOf(criterion)
    for (const slot of slotsOf(criterion, judged.slotCount)) {
      const rating = context.find(criterion.id, slot)
      const problem =
        rating?.cannotJudge === undefined
          ? rule.problem(criterion, slot, rating, context)
          : !rule.mayPass
            ? 'wrong-kind'
            : rating.cannotJudge.trim() === ''
              ? 'missing'
              : null
      if (problem) problems.push({ criterion: criterion.id, slot, problem })
    }
  }
  return problems
}

/** What is stored of a valid judgment: empty comments are left out. */
export const storedRatings = (content: JudgmentContent): Rating[] =>
  content.ratings.filter(rating => rating.text === undefined || rating.text.trim() !== '')
