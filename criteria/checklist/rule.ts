import type { CriterionRule } from '../criterion-rule'
import { gradesOf, mostHundredths, pointsOf } from './points'
import type { ChecklistCriterion } from './schema'

export const checklistRule: CriterionRule<ChecklistCriterion> = {
  isAsked: (criterion, { rubric }) => pointsOf(criterion, rubric).points.length > 0,
  mayPass: true,
  problem: (criterion, _slot, rating, { rubric }) => {
    if (!rating) return 'missing'
    if (rating.choice?.kind !== 'checklist') return 'wrong-kind'
    const { version, points } = pointsOf(criterion, rubric)
    if (rating.choice.rubric !== version) return 'outdated'
    const judged = rating.choice.points
    if (Object.keys(judged).some(id => !points.some(point => point.id === id))) return 'unknown'
    for (const point of points) {
      const given = judged[point.id]
      if (!given) return 'missing'
      const grades = gradesOf(point)
      if (given.earned > mostHundredths(point) || (grades && !grades.includes(given.earned))) return 'off-scale'
    }
    const lacksReason = points.some(point => {
      const given = judged[point.id]
      return given !== undefined && given.earned < mostHundredths(point) && !given.reason?.trim()
    })
    return criterion.reasons === 'deductions' && lacksReason ? 'reason-required' : null
  },
}
