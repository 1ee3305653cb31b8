import { describe, expect, test } from 'vitest'
import type { BlindedAssignmentData } from '../../server/blinding/schema'
import type { JudgmentContent } from '../../server/judgments/schema'
import { emptyContent, findRating } from '../ratings'
import { gradesIn, withReason } from './grading'
import { checklistKeys } from './keys'
import { partName } from './parts'
import { pointsOf } from './points'
import { checklistRule } from './rule'
import { type ChecklistCriterion, checklistSchema, type ItemPoint } from './schema'

const criterion = checklistSchema.parse({
  kind: 'checklist',
  id: 'points',
  label: 'Points',
  scope: 'response',
  points: { from: 'item' },
}) as ChecklistCriterion

const point = (id: string, over: Partial<ItemPoint> = {}): ItemPoint => ({
  id,
  text: id,
  maximum: 1,
  grading: 'partly',
  weight: null,
  ...over,
})
const rubric = {
  version: 2,
  points: [
    point('a', { grading: 'met' }),
    point('b'),
    point('c', { grading: 'points', maximum: 3 }),
    point('d', { grading: 'points', maximum: 20, since: 2 }),
  ],
}
const content = { rubric } as unknown as BlindedAssignmentData
const press = (key: string, value: JudgmentContent, part: string | null = null, slot = 1) =>
  checklistKeys.press(key, { criterion, slot, slotCount: 2, content, value, typed: null, part })
const graded = (slot = 1) => ({ criterion, slot, asked: pointsOf(criterion, rubric) })

/** Presses keys one after the other; the focus goes where the keys say, and reasons are written where they are asked. */
function play(keys: string, start: JudgmentContent = emptyContent) {
  let value = start
  let part: string | null = null
  const focused: string[] = []
  let done = false
  for (const key of keys) {
    const result = press(key, value, part)
    if (!result) throw new Error(`no use for ${key}`)
    if (result.change) value = result.change(value)
    part = result.focusPart ?? null
    if (part) focused.push(part)
    done = result.done ?? false
    if (part?.startsWith('reason')) {
      value = withReason(value, graded(), part.split(' ')[1] ?? '', 'Because.')
      part = null
    }
  }
  return { value, focused, done }
}
const earned = (value: JudgmentContent) =>
  Object.fromEntries(Object.entries(gradesIn(value, graded()).points).map(([id, given]) => [id, given.earned]))

describe('a checklist by keyboard', () => {
  test('is judged point by point, and asks for a reason where something is not given in full', () => {
    const { value, focused } = play('1132')
    expect(earned(value)).toEqual({ a: 100, b: 50, c: 300, d: 200 })
    expect(focused).toEqual(['point b 1', 'reason b 1', 'point d 1', 'value d 1'])
    expect(findRating(value, 'points', 1)?.choice).toMatchObject({ kind: 'checklist', rubric: 2 })
    expect(findRating(value, 'points', 2)).toBeUndefined()
  })

  test('is done when nothing is lacking, and the page goes on', () => {
    const nearly = play('1132').value
    const full = withReason(nearly, graded(), 'd', 'Because.')
    expect(press('2', full, partName('point', 'b', 1))).toMatchObject({ done: true })
    const context = { slotCount: 2, criteria: [criterion], rubric, omitted: [], find: () => undefined }
    expect(checklistRule.problem(criterion, 1, findRating(full, 'points', 1), context)).toBeNull()
    expect(
      checklistRule.glance(criterion, { ...findRating(full, 'points', 1), criterion: 'points', slot: 1 }, { rubric }),
    ).toBe('6.5/25')
  })

  test('a key grades the point that has the focus, and takes its grade back', () => {
    const value = press('0', emptyContent, partName('point', 'b', 1))?.change?.(emptyContent) ?? emptyContent
    expect(earned(value)).toEqual({ b: 0 })
    const erased = press('erase', value, partName('point', 'b', 1))
    expect(erased?.change?.(value)).toEqual(emptyContent)
    expect(press('erase', value)).toBeNull()
  })

  test('a key that is no grade of the point has no use', () => {
    expect(press('5', emptyContent)).toBeNull()
    expect(press('q', emptyContent)).toBeNull()
    expect(press('4', emptyContent, partName('point', 'c', 1))).toBeNull()
    expect(press('.', emptyContent, partName('point', 'c', 1))).toEqual({ focusPart: 'value c 1' })
  })

  test('grades of an earlier version stay where the point reads the same, and the rest is asked', () => {
    const old = {
      kind: 'checklist' as const,
      rubric: 1,
      points: { a: { earned: 100 }, b: { earned: 100 }, c: { earned: 300 }, d: { earned: 2000 } },
    }
    const start = { ratings: [{ criterion: 'points', slot: 1, choice: old }] }
    expect(earned(start)).toEqual({ a: 100, b: 100, c: 300 })
    const { value, focused } = play('7', start)
    expect(earned(value)).toEqual({ a: 100, b: 100, c: 300, d: 700 })
    expect(focused).toEqual(['value d 1'])
  })

  test('a grade in full needs no reason, and the one that was given goes', () => {
    const partly = withReason(
      press('1', emptyContent, 'point b 1')?.change?.(emptyContent) ?? emptyContent,
      graded(),
      'b',
      'Half.',
    )
    expect(gradesIn(partly, graded()).points.b).toEqual({ earned: 50, reason: 'Half.' })
    const none = press('0', partly, 'point b 1')?.change?.(partly) ?? emptyContent
    expect(gradesIn(none, graded()).points.b).toEqual({ earned: 0, reason: 'Half.' })
    const met = press('2', none, 'point b 1')?.change?.(none) ?? emptyContent
    expect(gradesIn(met, graded()).points.b).toEqual({ earned: 100 })
  })
})
