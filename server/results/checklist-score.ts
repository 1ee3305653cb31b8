// What one rated checklist comes to, by the version of the rubric that it can be held against.
import { carryOver } from '../../criteria/checklist/carry-over'
import { exactShare, type Fraction } from '../../criteria/checklist/exact-share'
import { mostHundredths, pointsOf } from '../../criteria/checklist/points'
import type { ChecklistChoice, ChecklistCriterion, Rubric } from '../../criteria/checklist/schema'

export interface ChecklistScore {
  /** Points earned of points possible, weighted: 0 … 1, exact. Times 100 it is the score of the response. */
  share: Fraction
  /** By point: 0 not met … 1 met. */
  points: Map<string, number>
  /** It was judged by an earlier version, and lacks points of the newest one. */
  isOutdated: boolean
}

/** Null: there is none. */
export const newestOf = (rubrics: readonly Rubric[]): Rubric | null =>
  rubrics.reduce<Rubric | null>((best, one) => (best && best.version > one.version ? best : one), null)

/**
 * By the newest version of the rubric wherever every point of it was judged as it reads; else by the version that the
 * annotator had. Null: that version is not known, or a point was not judged. `rubrics`: of the item, in any order.
 */
export function checklistScore(
  criterion: ChecklistCriterion,
  rubrics: readonly Rubric[],
  choice: ChecklistChoice,
): ChecklistScore | null {
  const newest = newestOf(rubrics)
  const own = rubrics.find(one => one.version === choice.rubric) ?? null
  for (const rubric of [newest, own]) {
    const asked = pointsOf(criterion, rubric)
    if (asked.points.length === 0) continue
    const judged = carryOver(choice, asked)
    const share = exactShare(asked.points, judged)
    if (!share) continue
    const points = asked.points.map(
      point => [point.id, (judged.points[point.id]?.earned ?? 0) / mostHundredths(point)] as const,
    )
    return { share, points: new Map(points), isOutdated: rubric !== newest }
  }
  return null
}
