import { expect, it } from 'vitest'
import type { Criterion } from '../../criteria/schema'
import { presetProtocol } from '../studies/presets'
import { intraRater } from './intra-rater'
import { type RepeatedRating, repeatedPairs } from './repeated-pairs'

const none: RepeatedRating = { first: null, again: null, firstChoice: null, againChoice: null, swapped: false }
const of = (kind: Criterion['kind']) => ({ kind }) as Criterion

const checklist = (rubric: number, points: Record<string, number>) => ({
  kind: 'checklist',
  rubric,
  points: Object.fromEntries(Object.entries(points).map(([id, earned]) => [id, { earned }])),
})
const labels = (...chosen: string[]) => ({ kind: 'choice', labels: chosen })

it('compares a checklist point by point, and only by the same version of the rubric', () => {
  const pairs = repeatedPairs(
    [
      { ...none, firstChoice: checklist(1, { a: 100, b: 50 }), againChoice: checklist(1, { b: 100, a: 100 }) },
      { ...none, firstChoice: checklist(1, { a: 0, b: 100, c: 100 }), againChoice: checklist(1, { a: 0, b: 100 }) },
      { ...none, firstChoice: checklist(1, { a: 0 }), againChoice: checklist(2, { a: 100 }) },
    ],
    of('checklist'),
  )
  expect(pairs).toEqual([
    [1, 1],
    [0.5, 1],
    [0, 0],
    [1, 1],
  ])
  // Ordinal, by hand: of 0, 0.5 and 1 there are 2, 1 and 5. Squared distances: 2.25, 9 and 20.25 (0 to 1).
  // Observed 2·9/8 = 2.25, expected 2·(2·1·2.25 + 1·5·9 + 2·5·20.25)/(8·7) = 9.
  const { exact, withinOne, alpha, n } = intraRater(pairs, 'checklist')
  expect([exact.value, withinOne, n]).toEqual([0.75, null, 4])
  expect(alpha).toBeCloseTo(1 - 2.25 / 9, 12)
})

it('compares labels as sets, and counts no distance between them', () => {
  const pairs = repeatedPairs(
    [
      { ...none, firstChoice: labels('wrong'), againChoice: labels('wrong') },
      { ...none, firstChoice: labels('wrong'), againChoice: labels('unsafe', 'rude') },
      { ...none, firstChoice: labels('rude', 'unsafe'), againChoice: labels('unsafe', 'rude') },
      { ...none, firstChoice: labels('unsafe', 'rude'), againChoice: labels('rude', 'unsafe') },
      // Could not be judged the second time.
      { ...none, firstChoice: labels('wrong') },
    ],
    { kind: 'choice', options: ['wrong', 'unsafe', 'rude'].map(id => ({ id })) } as Criterion,
  )
  expect(pairs).toEqual([
    [1, 1],
    [1, 6],
    [6, 6],
    [6, 6],
  ])
  // Nominal, by hand: 3 and 5 values. Observed 2/8, expected 2·3·5/(8·7).
  const { exact, alpha, n } = intraRater(pairs, 'choice')
  expect([exact.value, n]).toEqual([0.75, 4])
  expect(alpha).toBeCloseTo(1 - 2 / 8 / (30 / 56), 12)
})

it('scales a score, keeps a rank, and turns a side round with its slots', () => {
  const scale = presetProtocol('general-chat').criteria.find(one => one.kind === 'scale')
  if (scale?.kind !== 'scale') throw new Error('no scale')
  expect(repeatedPairs([{ ...none, first: 3, again: 4 }], { ...scale, step: 0.5 })).toEqual([[1.5, 2]])
  expect(repeatedPairs([{ ...none, first: 2, again: 1 }], of('ranking'))).toEqual([[2, 1]])
  const prefer = (side: string) => ({ kind: 'preference', prefer: side, strength: side === 'tie' ? null : 1 })
  const rated = { ...none, firstChoice: prefer('a') }
  expect(repeatedPairs([{ ...rated, againChoice: prefer('b'), swapped: true }], of('preference'))).toEqual([[0, 0]])
  expect(repeatedPairs([{ ...rated, againChoice: prefer('tie') }], of('preference'))).toEqual([[0, 2]])
})
