import { describe, expect, it } from 'vitest'
import { type Criterion, criterionSchema, type Rating } from '../../criteria/schema'
import { feedbackLines } from './feedback-lines'
import { meetsExpectations } from './meets-expectations'
import { expectationsSchema, feedbackLineSchema } from './schema'

const criteria: Criterion[] = [
  { kind: 'scale', id: 'score', label: 'Score', scope: 'response', min: 0, max: 10, step: 0.5, anchors: [] },
  {
    kind: 'choice',
    id: 'tags',
    label: 'Tags',
    scope: 'response',
    options: [{ id: 'wrong', label: 'Wrong' }],
    many: true,
    mandatory: false,
  },
  {
    kind: 'preference',
    id: 'overall',
    label: 'Overall',
    scope: 'item',
    strengths: ['more'],
    tie: true,
    bothUnusable: true,
  },
].map(criterion => criterionSchema.parse(criterion))
const slots = [[{ model: 'Alder', sample: 0 }], [{ model: 'Birch', sample: 0 }]]

function lines(expected: unknown, ratings: Rating[]) {
  const expectations = expectationsSchema.parse(expected)
  const judged = { criteria, rubric: null, slots, ratings }
  const found = feedbackLines(expectations, meetsExpectations(expectations, judged), judged)
  for (const line of found) feedbackLineSchema.parse(line)
  expect(JSON.stringify(found)).not.toMatch(/Alder|Birch/)
  return found
}

describe('known answers beside given ones', () => {
  const [alder, birch] = [{ model: 'Alder' }, { model: 'Birch' }]

  it('scales, in their own unit and by slot', () => {
    const ratings: Rating[] = [
      { criterion: 'score', slot: 1, value: 19 },
      { criterion: 'score', slot: 2, cannotJudge: 'empty' },
    ]
    expect(lines([{ criterion: 'score', response: alder, value: 8, tolerance: 1 }], ratings)).toEqual([
      { label: 'Score', slots: [1], kind: 'value', expected: '8', tolerance: '1', given: '9.5', met: false },
    ])
    expect(lines([{ criterion: 'score', better: alder, worse: birch, atLeast: 2 }], ratings)).toMatchObject([
      { slots: [1, 2], kind: 'order', expected: '2', given: null, met: false },
    ])
  })

  it('labels by their words, a preference by its letters', () => {
    expect(lines([{ criterion: 'tags', response: birch, labels: ['wrong'] }], [])).toMatchObject([
      { slots: [2], kind: 'labels', expected: 'Wrong', given: null },
    ])
    const ratings: Rating[] = [
      { criterion: 'overall', slot: 0, choice: { kind: 'preference', prefer: 'a', strength: 1 } },
    ]
    expect(lines([{ criterion: 'overall', winner: birch }], ratings)).toMatchObject([
      { kind: 'winner', expected: 'B', given: 'A', met: false },
    ])
    expect(lines([{ criterion: 'overall', winner: 'tie' }], ratings)).toMatchObject([
      { slots: [], kind: 'winner', expected: 'tie', given: 'A' },
    ])
  })

  it('nothing about what was not shown', () => {
    expect(lines([{ criterion: 'score', response: { model: 'Cedar' }, value: 1 }], [])).toEqual([])
  })
})
