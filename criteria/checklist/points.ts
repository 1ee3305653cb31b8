// Which points a checklist has for an item, and what a rating of them comes to, exactly.
import type { ChecklistChoice, ChecklistCriterion, ItemPoint, Rubric, RubricPoint } from './schema'

/** What a checklist asks of an item. */
export interface AskedPoints {
  /** The rubric's version; 0: the points stand in the protocol. */
  version: number
  /** None: not asked. */
  points: ItemPoint[]
}

/** The points that are judged, and by which version of them. */
export function pointsOf(criterion: ChecklistCriterion, rubric: Rubric | null): AskedPoints {
  if (criterion.points.from === 'protocol') return { version: 0, points: criterion.points.points }
  return rubric ? { version: rubric.version, points: rubric.points } : { version: 0, points: [] }
}

/** Hundredths of a point that a point is worth. */
export const mostHundredths = (point: Pick<RubricPoint, 'maximum'>): number => Math.round(point.maximum * 100)

/** The values that a point can take, in hundredths, the least first; null: any whole number of them up to its maximum. */
export function gradesOf(point: Pick<RubricPoint, 'maximum' | 'grading'>): number[] | null {
  const most = mostHundredths(point)
  if (point.grading === 'met') return [0, most]
  // Half of an odd number of hundredths is rounded down: nobody writes such a rubric.
  return point.grading === 'partly' ? [0, Math.floor(most / 2), most] : null
}

/** Points earned and possible as whole numbers with the same unit, weighted: Σ w·earned/max over Σ w. */
export function earnedShare(
  points: readonly RubricPoint[],
  choice: ChecklistChoice,
): { earned: number; possible: number } {
  let earned = 0
  let possible = 0
  for (const point of points) {
    const weight = point.weight ?? point.maximum
    possible += weight
    earned += (weight * (choice.points[point.id]?.earned ?? 0)) / mostHundredths(point)
  }
  return { earned, possible }
}
