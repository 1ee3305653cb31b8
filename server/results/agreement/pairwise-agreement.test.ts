import { describe, expect, it } from 'vitest'
import { krippendorffAlpha } from '../../statistics/agreement/krippendorff-alpha'
import { mostInMatrix, pairwiseAgreement } from './pairwise-agreement'

describe('agreement of each two annotators', () => {
  const annotators = ['a', 'b', 'c', 'd']
  const units = [
    [1, 1, null, null],
    [2, 3, 2, null],
    [5, null, 5, null],
    [4, 4, 1, null],
  ]

  it('is of the units that both judged', () => {
    const found = pairwiseAgreement({ annotators, units }, 'interval')
    expect(found.annotators).toEqual(['a', 'b', 'c'])
    const naive = (one: number, other: number) =>
      units.flatMap(unit => {
        const [x, y] = [unit[one] ?? null, unit[other] ?? null]
        return x === null || y === null ? [] : [[x, y]]
      })
    expect(found.pairs).toEqual(
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ].map(([one = 0, other = 0]) => {
        const both = naive(one, other)
        return {
          first: annotators[one],
          second: annotators[other],
          n: both.length,
          equal: both.filter(([x, y]) => x === y).length / both.length,
          alpha: krippendorffAlpha(both, 'interval').value,
        }
      }),
    )
  })

  it('shows those who share the most, and says how many are left', () => {
    const many = Array.from({ length: mostInMatrix + 3 }, (_, index) => `p${index}`)
    const all = many.map(() => 1)
    const late = many.map((_, index) => (index < 3 ? null : 2))
    const found = pairwiseAgreement({ annotators: many, units: [all, late] }, 'nominal')
    expect(found).toMatchObject({ left: 3, annotators: many.slice(3) })
    expect(found.pairs).toHaveLength((mostInMatrix * (mostInMatrix - 1)) / 2)
  })
})
