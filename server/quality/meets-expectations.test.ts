import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criterion, Rating } from '../../criteria/schema'
import { criterionSchema } from '../../criteria/schema'
import { type CheckedJudgment, meetsExpectations } from './meets-expectations'
import { expectationsSchema } from './schema'

const criteria: Criterion[] = [
  { kind: 'scale', id: 'score', label: 'Score', scope: 'response', min: 0, max: 10, step: 0.5, anchors: [] },
  { kind: 'ranking', id: 'rank', label: 'Rank', scope: 'response', ties: true },
  {
    kind: 'checklist',
    id: 'rubric',
    label: 'Rubric',
    scope: 'response',
    points: {
      from: 'protocol',
      points: [
        { id: 'p1', text: 'One', maximum: 2, grading: 'points' },
        { id: 'p2', text: 'Two', maximum: 2, grading: 'met' },
      ],
    },
  },
  {
    kind: 'choice',
    id: 'tags',
    label: 'Tags',
    scope: 'response',
    options: [
      { id: 'wrong', label: 'Wrong' },
      { id: 'rude', label: 'Rude' },
    ],
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
    bothUnusable: true,
  },
].map(criterion => criterionSchema.parse(criterion))

const slots = [
  [{ model: 'Alder', sample: 0 }],
  [
    { model: 'Birch', sample: 0 },
    { model: 'Birch', sample: 1 },
  ],
]

const judged = (ratings: Rating[]): CheckedJudgment => ({ criteria, rubric: null, slots, ratings })
const check = (expected: unknown, ratings: Rating[]) =>
  meetsExpectations(expectationsSchema.parse(expected), judged(ratings))
const score = (slot: number, value: number): Rating => ({ criterion: 'score', slot, value })

describe('known answers', () => {
  it('scale: value within the tolerance, in the unit of the scale', () => {
    const expected = [{ criterion: 'score', response: { model: 'Alder' }, value: 8.5, tolerance: 1 }]
    expect(check(expected, [score(1, 19)]).passed).toBe(true) // 9.5
    expect(check(expected, [score(1, 20)])).toMatchObject({ passed: false, missed: [0] })
    expect(check(expected, [score(2, 17)]).passed).toBe(false)
    expect(check(expected, [{ criterion: 'score', slot: 1, cannotJudge: 'unreadable' }]).passed).toBe(false)
  })

  it('scale: the degraded response is lower by so much, wherever the two stand', () => {
    const expected = [
      { criterion: 'score', better: { model: 'Birch', sample: 1 }, worse: { model: 'Alder' }, atLeast: 2 },
    ]
    expect(check(expected, [score(1, 10), score(2, 14)]).passed).toBe(true)
    expect(check(expected, [score(1, 10), score(2, 13)]).passed).toBe(false)
    expect(check(expected, [score(1, 20), score(2, 20)]).passed).toBe(false)
  })

  it('says nothing about responses that were not shown and criteria that are not asked', () => {
    const expected = [
      { criterion: 'score', response: { model: 'Cedar' }, value: 1 },
      { criterion: 'nothing', response: null, value: 1 },
    ]
    expect(check(expected, [score(1, 1)])).toEqual({ passed: null, missed: [], results: [] })
  })

  it('checklist: single points, and the score of all', () => {
    const rating: Rating = {
      criterion: 'rubric',
      slot: 1,
      choice: { kind: 'checklist', rubric: 0, points: { p1: { earned: 100 }, p2: { earned: 200 } } },
    }
    const of = { criterion: 'rubric', response: { model: 'Alder' } }
    expect(check([{ ...of, points: { p1: 1, p2: 2 } }], [rating]).passed).toBe(true)
    expect(check([{ ...of, points: { p1: 2 } }], [rating]).passed).toBe(false)
    expect(check([{ ...of, points: { gone: 0 } }], [rating]).passed).toBe(false)
    expect(check([{ ...of, score: 70, tolerance: 5 }], [rating]).passed).toBe(true)
    expect(check([{ ...of, score: 70, tolerance: 4 }], [rating]).passed).toBe(false)
  })

  it('choice: labels that must, and must not, be there', () => {
    const rating: Rating = { criterion: 'tags', slot: 1, choice: { kind: 'choice', labels: ['wrong'] } }
    const of = { criterion: 'tags', response: { model: 'Alder' } }
    expect(check([{ ...of, labels: ['wrong'] }], [rating]).passed).toBe(true)
    expect(check([{ ...of, labels: ['wrong', 'rude'] }], [rating]).passed).toBe(false)
    expect(check([{ ...of, labels: ['wrong'] }], []).passed).toBe(false)
    expect(check([{ ...of, withoutLabels: ['rude'] }], [rating]).passed).toBe(true)
    expect(check([{ ...of, withoutLabels: ['rude'] }], []).passed).toBe(true)
    expect(check([{ ...of, withoutLabels: ['wrong'] }], [rating]).passed).toBe(false)
  })

  it('preference: the winner follows its slot; strength counts where it is asked for', () => {
    const prefers = (prefer: 'a' | 'b' | 'tie', strength: number | null): Rating => ({
      criterion: 'overall',
      slot: 0,
      choice: { kind: 'preference', prefer, strength },
    })
    const winner = [{ criterion: 'overall', winner: { model: 'Birch' } }]
    expect(check(winner, [prefers('b', 1)]).passed).toBe(true)
    expect(check(winner, [prefers('a', 1)]).passed).toBe(false)
    expect(check([{ criterion: 'overall', winner: 'tie' }], [prefers('tie', null)]).passed).toBe(true)
    const much = [{ criterion: 'overall', better: { model: 'Birch' }, worse: { model: 'Alder' }, atLeast: 2 }]
    expect(check(much, [prefers('b', 1)]).passed).toBe(false)
    expect(check(much, [prefers('b', 2)]).passed).toBe(true)
    expect(check(much, [prefers('a', 2)]).passed).toBe(false)
  })

  it('ranking: the order of two', () => {
    const order = [{ criterion: 'rank', better: { model: 'Alder' }, worse: { model: 'Birch' } }]
    const ranks = (a: number, b: number): Rating[] => [
      { criterion: 'rank', slot: 1, value: a },
      { criterion: 'rank', slot: 2, value: b },
    ]
    expect(check(order, ranks(1, 2)).passed).toBe(true)
    expect(check(order, ranks(1, 1)).passed).toBe(false)
    expect(check(order, ranks(2, 1)).passed).toBe(false)
  })

  it('never depends on the order of slots', () => {
    const expected = expectationsSchema.parse([
      { criterion: 'score', better: { model: 'Birch' }, worse: { model: 'Alder' }, atLeast: 2 },
      { criterion: 'score', response: { model: 'Alder' }, value: 3, tolerance: 1 },
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (alder, birch) => {
        const forth = meetsExpectations(expected, judged([score(1, alder), score(2, birch)]))
        const back = meetsExpectations(expected, {
          ...judged([score(2, alder), score(1, birch)]),
          slots: [...slots].reverse(),
        })
        expect(back.missed).toEqual(forth.missed)
        expect(forth.passed).toBe(forth.missed.length === 0)
      }),
    )
  })
})
