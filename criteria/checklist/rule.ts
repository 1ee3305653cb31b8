import type { CriterionRule } from '../criterion-rule'
import { carryOver, isGrade } from './carry-over'
import { earnedShare, mostHundredths, pointsOf } from './points'
import type { ChecklistCriterion } from './schema'

export const checklistRule: CriterionRule<ChecklistCriterion> = {
  isAsked: (criterion, { rubric }) => pointsOf(criterion, rubric).points.length > 0,
  mayPass: true,
  problem: (criterion, _slot, rating, { rubric }) => {
    if (!rating) return 'missing'
    if (rating.choice?.kind !== 'checklist') return 'wrong-kind'
    const asked = pointsOf(criterion, rubric)
    if (rating.choice.rubric > asked.version) return 'unknown'
    const isOld = rating.choice.rubric < asked.version
    // What an older version was judged by counts as far as it reads the same: points that are gone are not missed.
    const judged = carryOver(rating.choice, asked).points
    if (Object.keys(judged).some(id => !asked.points.some(point => point.id === id))) return 'unknown'
    for (const point of asked.points) {
      const given = judged[point.id]
      if (!given) return isOld ? 'outdated' : 'missing'
      if (!isGrade(point, given.earned)) return 'off-scale'
    }
    const lacksReason = asked.points.some(point => {
      const given = judged[point.id]
      return given !== undefined && given.earned < mostHundredths(point) && !given.reason?.trim()
    })
    return criterion.reasons === 'deductions' && lacksReason ? 'reason-required' : null
  },
  glance: (criterion, { choice }, { rubric }) => {
    if (choice?.kind !== 'checklist') return ''
    const asked = pointsOf(criterion, rubric)
    const { earned, possible } = earnedShare(asked.points, carryOver(choice, asked))
    const isWeighted = asked.points.some(point => point.weight !== null)
    const round = (value: number) => Math.round(value * 100) / 100
    return isWeighted ? `${round((100 * earned) / possible)}/100` : `${round(earned)}/${round(possible)}`
  },
}
