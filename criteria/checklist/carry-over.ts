// What stays of a rating when the rubric gets a newer version.
import { type AskedPoints, gradesOf, mostHundredths } from './points'
import type { ChecklistChoice, RubricPoint } from './schema'

/** Whether a point can be graded so. */
export function isGrade(point: Pick<RubricPoint, 'maximum' | 'grading'>, earned: number): boolean {
  const grades = gradesOf(point)
  return earned <= mostHundredths(point) && (!grades || grades.includes(earned))
}

/**
 * The rating as one of the version that is asked: grades of points that still read as they did stay, all others are
 * gone and have to be given anew. A rating of this version, or of points of the protocol, is returned as it is.
 */
export function carryOver(choice: ChecklistChoice, { version, points }: AskedPoints): ChecklistChoice {
  if (choice.rubric === version) return choice
  const kept = points.flatMap(point => {
    const given = choice.points[point.id]
    return given && (point.since ?? 1) <= choice.rubric && isGrade(point, given.earned)
      ? [[point.id, given] as const]
      : []
  })
  return { kind: 'checklist', rubric: version, points: Object.fromEntries(kept) }
}
