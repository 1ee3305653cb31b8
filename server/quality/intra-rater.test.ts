import { expect, it } from 'vitest'
import { intraRater } from './intra-rater'

it('agreement with oneself, by the kind of criterion', () => {
  const scale = intraRater(
    [
      [8, 8],
      [3, 4],
      [9, 5],
      [2, 2],
    ],
    'scale',
  )
  expect(scale).toMatchObject({ exact: { value: 0.5 }, withinOne: { value: 0.75 }, n: 4 })
  expect(scale.alpha).toBeGreaterThan(0.5)
  expect(
    intraRater(
      [
        [0, 0],
        [1, 1],
        [1, 0],
      ],
      'preference',
    ),
  ).toMatchObject({ exact: { value: 2 / 3 }, withinOne: null })
  // One value alone says nothing.
  expect(
    intraRater(
      [
        [8, 8],
        [8, 8],
      ],
      'scale',
    ).alpha,
  ).toBeNull()
  expect(intraRater([], 'scale')).toMatchObject({ exact: { value: null }, alpha: null, n: 0 })
})
