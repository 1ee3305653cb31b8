import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type DifferenceCount, pairedDifferences } from './paired-differences'

const gold = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../statistics/gold/${name}.json`, import.meta.url), 'utf8'))

const models = [
  { id: 'b', name: 'B', n: 10, mean: 1 },
  { id: 'a', name: 'A', n: 10, mean: 2 },
]

/** As the database counts them: the smaller id first. */
const countsOf = (differences: readonly number[], clusters?: readonly string[]): DifferenceCount[] =>
  differences.map((numerator, at) => ({
    first: 'a',
    second: 'b',
    cluster: clusters?.[at] ?? null,
    numerator,
    denominator: 1,
    items: 1,
  }))

describe('paired differences', () => {
  it.each(['05-paired-sleep', '06-paired-ties-everywhere'])('reproduce %s', name => {
    const { input, expected } = gold(name)
    const { a, b, grid = 1 } = input.main ?? input
    const { paired, wilcoxon, perm } = expected.main ?? expected
    const counts = countsOf(a.map((value: number, at: number) => Math.round((value - b[at]) / grid)))
    const { pairs } = pairedDifferences({ counts, models: models.toReversed(), step: grid })
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ n: paired.n, wins: paired.wins, ties: paired.ties, losses: paired.losses })
    expect(pairs[0]?.mean).toBeCloseTo(paired.mean_diff, 9)
    expect(pairs[0]?.lower).toBeCloseTo(paired.ci[0], 9)
    expect(pairs[0]?.upper).toBeCloseTo(paired.ci[1], 9)
    expect(pairs[0]?.effectSize).toBeCloseTo(paired.d_z, 9)
    expect(pairs[0]?.p).toBeCloseTo(perm.p_two, 12)
    expect(pairs[0]?.pAdjusted).toBeCloseTo(perm.p_two, 12)
    expect(pairs[0]?.wilcoxonP).toBeCloseTo(wilcoxon.p_exact, 12)
  })

  it('are seen from the model that stands first in the table', () => {
    const counts = countsOf([1, 1, 1, 0])
    expect(pairedDifferences({ counts, models, step: 0.5 }).pairs[0]).toMatchObject({
      first: 'b',
      second: 'a',
      mean: -0.375,
      wins: 0,
      losses: 3,
    })
  })

  it('put fractions of ratings on one grid, and count equal items', () => {
    const counts = [
      { first: 'a', second: 'b', cluster: null, numerator: 1, denominator: 2, items: 3 },
      { first: 'a', second: 'b', cluster: null, numerator: -1, denominator: 3, items: 3 },
    ]
    const [pair] = pairedDifferences({ counts, models: models.toReversed(), step: 1 }).pairs
    expect(pair?.mean).toBeCloseTo(1 / 12, 12)
    expect(pair?.n).toBe(6)
    // Of 2⁶ signs, those with a sum of at least 3·3 − 3·2 = 3, or at most −3.
    const sums = Array.from({ length: 64 }, (_, bits) =>
      [3, 3, 3, 2, 2, 2].reduce((total, size, at) => total + ((bits >> at) & 1 ? size : -size), 0),
    )
    expect(pair?.p).toBeCloseTo(sums.filter(one => Math.abs(one) >= 3).length / 64, 12)
  })

  it('flip clusters as a whole, and have no interval within one', () => {
    const counts = countsOf([1, 1, 1, 1, 1, 1], ['x', 'x', 'y', 'y', 'z', 'z'])
    const [pair] = pairedDifferences({ counts, models: models.toReversed(), step: 1 }).pairs
    expect(pair).toMatchObject({ clusters: 3, n: 6, p: 0.25, wilcoxonP: null, reason: 'zero-variance' })
    const one = pairedDifferences({ counts: countsOf([1, 2], ['x', 'x']), models, step: 1 })
    expect(one.pairs[0]).toMatchObject({ reason: 'single-cluster', lower: null })
  })

  it('say nothing where models share no item, and rank only what was rated', () => {
    const found = pairedDifferences({
      counts: [],
      models: [...models, { id: 'c', name: 'C', n: 0, mean: null }],
      step: 1,
    })
    expect(found.pairs).toMatchObject([{ n: 0, mean: null, p: null, pAdjusted: null, reason: 'no-data' }])
    expect(found.ranks.map(({ model, first, last }) => [model.name, first, last])).toEqual([
      ['A', 1, 2],
      ['B', 1, 2],
    ])
  })
})
