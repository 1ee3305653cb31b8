// Reads and changes the grades of one response, point by point; never changes what it is given.
import type { JudgmentContent } from '../../server/judgments/schema'
import { findRating, withRating } from '../ratings'
import { carryOver } from './carry-over'
import { type AskedPoints, mostHundredths } from './points'
import type { ChecklistChoice, ChecklistCriterion, RubricPoint } from './schema'

/** What is graded: the points asked, in a slot. */
export interface Graded {
  criterion: Pick<ChecklistCriterion, 'id' | 'reasons'>
  slot: number
  asked: AskedPoints
}

/** The grades so far, without those that a newer version of the rubric asks for again. */
export function gradesIn(content: JudgmentContent, { criterion, slot, asked }: Graded): ChecklistChoice {
  const choice = findRating(content, criterion.id, slot)?.choice
  return choice?.kind === 'checklist'
    ? carryOver(choice, asked)
    : { kind: 'checklist', rubric: asked.version, points: {} }
}

/** `earned` in hundredths; null takes the grade back. A reason stays as long as there is something to give one for. */
export function withGrade(content: JudgmentContent, graded: Graded, point: RubricPoint, earned: number | null) {
  const { [point.id]: before, ...others } = gradesIn(content, graded).points
  const reason = earned !== null && earned < mostHundredths(point) ? before?.reason : undefined
  const points =
    earned === null ? others : { ...others, [point.id]: { earned, ...(reason !== undefined && { reason }) } }
  return store(content, graded, points)
}

export function withReason(content: JudgmentContent, graded: Graded, point: string, reason: string) {
  const { points } = gradesIn(content, graded)
  const given = points[point]
  if (!given) return content
  const { reason: _, ...bare } = given
  return store(content, graded, { ...points, [point]: reason === '' ? bare : { ...bare, reason } })
}

function store(content: JudgmentContent, { criterion, slot, asked }: Graded, points: ChecklistChoice['points']) {
  const isEmpty = Object.keys(points).length === 0
  const choice = { kind: 'checklist' as const, rubric: asked.version, points }
  return withRating(content, criterion.id, slot, isEmpty ? null : { choice })
}

/** Whether a point still needs something: its grade, or the reason for a deduction. */
export function lacks(choice: ChecklistChoice, point: RubricPoint, reasons: ChecklistCriterion['reasons']) {
  const given = choice.points[point.id]
  if (!given) return 'grade' as const
  return reasons === 'deductions' && given.earned < mostHundredths(point) && !given.reason?.trim()
    ? ('reason' as const)
    : null
}

/** The first point from `after` on (and then from the start) that lacks something; null: none does. */
export function nextOpenPoint(content: JudgmentContent, graded: Graded, after: string | null): RubricPoint | null {
  const { points } = graded.asked
  const choice = gradesIn(content, graded)
  const at = points.findIndex(point => point.id === after) + 1
  const inOrder = [...points.slice(at), ...points.slice(0, at)]
  return inOrder.find(point => lacks(choice, point, graded.criterion.reasons) !== null) ?? null
}
