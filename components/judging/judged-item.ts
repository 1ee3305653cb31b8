// What there is to judge of an item, and what of it is done.
import type { RatingProblem } from '@/criteria/criterion-rule'
import { findRating } from '@/criteria/ratings'
import { ruleOf } from '@/criteria/rules'
import type { Criterion } from '@/criteria/schema'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import { askedCriteria, type JudgmentProblem, slotsOf, validateJudgment } from '@/server/judgments/validate-judgment'

/** Where something is entered. Slot 0: the whole item. */
export interface Target {
  criterion: Criterion
  slot: number
}

export interface JudgedItem {
  asked: Criterion[]
  problems: JudgmentProblem[]
  /** What is entered about a response, or about the item (slot 0), in the protocol's order. */
  targetsOf: (slot: number) => Target[]
  problemAt: (criterion: string, slot: number) => RatingProblem | null
  /** Lacks something else than a comment. */
  isOpen: (target: Target) => boolean
  /** What was entered, in a word; empty: nothing. */
  glance: (target: Target) => string
  /** Of the responses; of the item's criteria where none is judged per response. */
  progress: { done: number; count: number; of: 'responses' | 'criteria' }
}

/** The state of an item under its criteria. */
export function judgedItem(
  criteria: readonly Criterion[],
  content: Pick<BlindedAssignmentData, 'responses' | 'rubric' | 'omitted'>,
  value: JudgmentContent,
): JudgedItem {
  const { rubric, omitted } = content
  const slotCount = content.responses.length
  const judged = { criteria, slotCount, rubric, omitted }
  const asked = askedCriteria(judged)
  const problems = validateJudgment(judged, value)
  const problemAt = (criterion: string, slot: number) =>
    problems.find(problem => problem.criterion === criterion && problem.slot === slot)?.problem ?? null
  const targetsOf = (slot: number) =>
    asked.filter(criterion => slotsOf(criterion, slotCount).includes(slot)).map(criterion => ({ criterion, slot }))
  const isOpen = ({ criterion, slot }: Target) => {
    const problem = problemAt(criterion.id, slot)
    return problem !== null && problem !== 'comment-required'
  }
  const rated = asked.filter(criterion => criterion.kind !== 'comment')
  const perResponse = rated.some(criterion => criterion.scope === 'response')
  const parts = perResponse
    ? Array.from({ length: slotCount }, (_, index) => targetsOf(index + 1))
    : rated.map(criterion => [{ criterion, slot: 0 }])
  return {
    asked,
    problems,
    targetsOf,
    problemAt,
    isOpen,
    glance: ({ criterion, slot }) => {
      const rating = findRating(value, criterion.id, slot)
      return rating ? ruleOf(criterion).glance(criterion, rating, { rubric }) : ''
    },
    progress: {
      done: parts.filter(targets => !targets.some(isOpen)).length,
      count: parts.length,
      of: perResponse ? 'responses' : 'criteria',
    },
  }
}
