import { describe, expect, it } from 'vitest'
import { criterionSchema } from '../../criteria/schema'
import { expectationProblem } from './expectation-problem'
import { expectationsSchema, type ResponseRef } from './schema'

const criteria = [
  { kind: 'scale', id: 'score', label: 'Score', scope: 'response', min: 0, max: 10, step: 0.5, anchors: [] },
  { kind: 'ranking', id: 'rank', label: 'Rank', scope: 'response', ties: true },
  { kind: 'checklist', id: 'rubric', label: 'Rubric', scope: 'response', points: { from: 'item' } },
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
    strengths: ['slightly', 'much'],
    tie: true,
    bothUnusable: false,
  },
].map(criterion => criterionSchema.parse(criterion))
const rubric = { version: 1, points: [{ id: 'p1', text: 'One', maximum: 2, grading: 'points' as const, weight: null }] }
const alder: ResponseRef = { model: 'Alder', sample: 0 }
const slots = [
  [alder],
  [{ model: 'Birch', sample: 0 }],
  [
    { model: 'Cedar', sample: 0 },
    { model: 'Cedar', sample: 1 },
  ],
]
const response = { model: 'Alder' }
const order = { better: response, worse: { model: 'Birch' } }

function problem(expected: unknown) {
  const [first] = expectationsSchema.parse([expected])
  if (!first) throw new Error('no expectation')
  return expectationProblem(first, { criteria, rubric, slots })
}

describe('known answers that tell nothing about anybody', () => {
  it.each([
    { criterion: 'score', response, value: 7.5 },
    { criterion: 'score', response, value: 7.2, tolerance: 0.5 },
    { criterion: 'score', ...order, atLeast: 10 },
    { criterion: 'rank', response, value: 3 },
    { criterion: 'rank', ...order, atLeast: 2 },
    { criterion: 'rubric', response, score: 50, tolerance: 10 },
    { criterion: 'rubric', response, points: { p1: 2 } },
    { criterion: 'tags', response, labels: ['wrong'] },
    { criterion: 'overall', winner: 'tie' },
    { criterion: 'overall', winner: { model: 'Cedar', sample: 1 } },
    { criterion: 'overall', ...order, atLeast: 2 },
  ])('not this one: %j', expected => expect(problem(expected)).toBeNull())

  it.each([
    ['no-criterion', { criterion: 'gone', response, value: 7 }],
    ['wrong-kind', { criterion: 'tags', response, value: 7 }],
    ['wrong-kind', { criterion: 'score', winner: response }],
    ['wrong-kind', { criterion: 'tags', ...order }],
    ['no-response', { criterion: 'score', value: 7 }],
    ['unknown-response', { criterion: 'score', response: { model: 'Dogwood' }, value: 7 }],
    ['unknown-response', { criterion: 'score', better: { model: 'Dogwood' }, worse: response }],
    ['unknown-response', { criterion: 'overall', winner: { model: 'Alder', sample: 1 } }],
    ['same-response', { criterion: 'score', better: { model: 'Cedar' }, worse: { model: 'Cedar', sample: 1 } }],
    ['not-offered', { criterion: 'tags', response, labels: ['odd'] }],
    ['not-offered', { criterion: 'rubric', response, points: { p2: 1 } }],
    ['not-offered', { criterion: 'overall', winner: 'unusable' }],
    ['off-scale', { criterion: 'score', response, value: 7.2 }],
    ['off-scale', { criterion: 'score', response, value: 70 }],
    ['off-scale', { criterion: 'score', ...order, atLeast: 11 }],
    ['off-scale', { criterion: 'rank', response, value: 4 }],
    ['off-scale', { criterion: 'overall', ...order, atLeast: 3 }],
  ])('%s: %j', (reason, expected) => expect(problem(expected)).toBe(reason))
})
