// A point is graded by one key: the one that has the focus, else the first that lacks something. The focus then goes on to
// what comes next: the reason of a deduction, the next point, the next response.
import type { CriterionKeys, PressContext } from '../criterion-keys'
import { type Graded, gradesIn, nextOpenPoint, withGrade } from './grading'
import { partName, pointOfPart } from './parts'
import { mostHundredths, pointsOf } from './points'
import type { ChecklistCriterion, RubricPoint } from './schema'

/** What a key grades a point with, in hundredths; null: nothing. Points up to a maximum are typed in their field. */
export function gradeOfKey(key: string, point: RubricPoint): number | null {
  const most = mostHundredths(point)
  if (key === '0') return 0
  if (point.grading === 'points') return /^[1-9]$/.test(key) && Number(key) * 100 <= most ? Number(key) * 100 : null
  if (point.grading === 'met') return key === '1' || key === '2' ? most : null
  return key === '1' ? Math.floor(most / 2) : key === '2' ? most : null
}

function focusAfter(content: PressContext<ChecklistCriterion>['value'], graded: Graded, point: RubricPoint) {
  const { criterion, slot } = graded
  const given = gradesIn(content, graded).points[point.id]
  const isDeduction = given !== undefined && given.earned < mostHundredths(point)
  if (isDeduction && criterion.reasons === 'deductions' && !given.reason?.trim())
    return { focusPart: partName('reason', point.id, slot) }
  const next = nextOpenPoint(content, graded, point.id)
  return next ? { focusPart: partName('point', next.id, slot) } : { done: true }
}

export const checklistKeys: CriterionKeys<ChecklistCriterion> = {
  press(key, { criterion, slot, content, value, part = null }) {
    const asked = pointsOf(criterion, content.rubric)
    const graded: Graded = { criterion, slot, asked }
    const focused = asked.points.find(point => point.id === pointOfPart(part))
    if (key === 'erase') {
      if (!focused) return null
      return {
        change: before => withGrade(before, graded, focused, null),
        focusPart: partName('point', focused.id, slot),
      }
    }
    const point = focused ?? nextOpenPoint(value, graded, null)
    if (key === '.' && point?.grading === 'points') return { focusPart: partName('value', point.id, slot) }
    const earned = point && gradeOfKey(key, point)
    if (!point || earned === null) return null
    const change = (before: typeof value) => withGrade(before, graded, point, earned)
    // More digits may follow: "1" of "12".
    if (point.grading === 'points' && mostHundredths(point) > 900)
      return { change, focusPart: partName('value', point.id, slot) }
    return { change, ...focusAfter(change(value), graded, point) }
  },
  list: [
    { name: 'grade', keys: ['0', '1', '2'] },
    { name: 'points', keys: ['0', '…', '9'] },
    { name: 'move', keys: ['↑', '↓'] },
  ],
}
