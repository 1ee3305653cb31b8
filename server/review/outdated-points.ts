// Which points of a rubric a judgment lacks, because they were changed or added after it was made.
import { carryOver } from '../../criteria/checklist/carry-over'
import { pointsOf } from '../../criteria/checklist/points'
import type { Rubric } from '../../criteria/checklist/schema'
import type { Criterion, Rating } from '../../criteria/schema'
import { slotsOf } from '../judgments/validate-judgment'

export interface RubricJudgment {
  slotCount: number
  omitted: readonly string[]
  ratings: readonly Rating[]
}

/**
 * Ids of the points that have to be judged again in at least one slot, in the rubric's order; empty: nothing has. A slot
 * that cannot be judged needs nothing.
 */
export function outdatedPoints(criteria: readonly Criterion[], rubric: Rubric, judgment: RubricJudgment): string[] {
  const lacking = new Set<string>()
  for (const criterion of criteria) {
    if (criterion.kind !== 'checklist' || criterion.points.from !== 'item' || judgment.omitted.includes(criterion.id))
      continue
    const asked = pointsOf(criterion, rubric)
    for (const slot of slotsOf(criterion, judgment.slotCount)) {
      const rating = judgment.ratings.find(one => one.criterion === criterion.id && one.slot === slot)
      if (rating?.cannotJudge !== undefined) continue
      const graded = rating?.choice?.kind === 'checklist' ? carryOver(rating.choice, asked).points : {}
      for (const { id } of asked.points) if (!(id in graded)) lacking.add(id)
    }
  }
  return rubric.points.map(point => point.id).filter(id => lacking.has(id))
}
