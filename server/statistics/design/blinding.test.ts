import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRateCheck } from '../make-rate-check'
import { makeSampler } from '../make-sampler'
import type { Random } from '../random/mulberry32'
import { bangIndex } from './bang-index'
import { jamesIndex } from './james-index'

describe('blinding indices', () => {
  // Guesses [[48, 22], [4, 30]], unknown 330 and 319: the example of the R package BI (Schwartz & Mercaldo), printed to
  // three digits: James 0.896 (0.011) 0.875–0.918, Bang 0.115 (0.018) 0.080–0.150 and 0.022 (0.019) −0.016–0.060.
  it('agree with the R package BI', () => {
    const shown = (one: {
      value: number | null
      standardError: number | null
      lower: number | null
      upper: number | null
    }) => [one.value, one.standardError, one.lower, one.upper].map(figure => Number((figure ?? Number.NaN).toFixed(3)))
    expect(shown(bangIndex({ correct: 48, wrong: 4, unknown: 330 }))).toEqual([0.115, 0.018, 0.08, 0.15])
    expect(shown(bangIndex({ correct: 30, wrong: 22, unknown: 319 }))).toEqual([0.022, 0.019, -0.016, 0.06])
    const table = [
      [48, 22],
      [4, 30],
    ]
    expect(shown(jamesIndex(table, [330, 319]))).toEqual([0.896, 0.011, 0.875, 0.918])
  })

  // Computed independently: the published formula with numerical derivatives (NumPy 2.4.6).
  it('agree with an independent computation for three models', () => {
    const one = jamesIndex(
      [
        [12, 5, 4],
        [6, 14, 3],
        [2, 7, 11],
      ],
      [9, 8, 13],
    )
    expect(one.value).toBeCloseTo(0.5355784134141186, 10)
    expect(one.standardError).toBeCloseTo(0.04562614816595687, 7)
  })

  it('know the ends of their scales', () => {
    expect(bangIndex({ correct: 9, wrong: 0, unknown: 0 }, 3)).toMatchObject({
      value: 1,
      p: null,
      reason: 'zero-variance',
    })
    expect(bangIndex({ correct: 0, wrong: 9, unknown: 0 })).toMatchObject({ value: -1 })
    expect(bangIndex({ correct: 0, wrong: 0, unknown: 0 })).toMatchObject({ value: null, reason: 'no-data' })
    expect(() => bangIndex({ correct: 1, wrong: 0, unknown: 0 }, 1)).toThrow(RangeError)
    const right = [
      [5, 0],
      [0, 7],
    ]
    expect(jamesIndex(right, [0, 0]).value).toBeCloseTo(0, 12)
    expect(
      jamesIndex(
        [
          [0, 0],
          [0, 0],
        ],
        [5, 5],
      ),
    ).toMatchObject({ value: 1, reason: 'zero-variance' })
    expect(
      jamesIndex(
        [
          [0, 0],
          [0, 0],
        ],
        [0, 0],
      ),
    ).toMatchObject({ value: null, reason: 'no-data' })
    expect(
      jamesIndex(
        [
          [5, 0],
          [0, 0],
        ],
        [0, 0],
      ),
    ).toMatchObject({ value: null, reason: 'no-variation' })
    expect(
      jamesIndex(
        [
          [20, 20],
          [20, 20],
        ],
        [0, 0],
      ).value,
    ).toBeCloseTo(0.5, 12)
  })

  it('Bang grows with every correct guess', () => {
    const count = fc.integer({ min: 0, max: 99 })
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: 2, max: 6 }), (correct, wrong, unknown, choices) => {
        const now = bangIndex({ correct, wrong, unknown }, choices).value ?? -1
        expect(bangIndex({ correct: correct + 1, wrong, unknown }, choices).value).toBeGreaterThanOrEqual(now)
      }),
    )
  })
})

describe('simulations', { timeout: 60_000 }, () => {
  /** Guesses of 90 judgments of each of k models: some know, some guess, the rest do not know. */
  const guess = (random: Random, k: number, knows: number, tries: number) => {
    const table = Array.from({ length: k }, () => new Array<number>(k).fill(0))
    const unknown = new Array<number>(k).fill(0)
    const sampler = makeSampler(random)
    for (let truth = 0; truth < k; truth++)
      for (let judgment = 0; judgment < 90; judgment++) {
        const way = sampler.category([knows, tries, 1 - knows - tries])
        if (way === 2) unknown[truth] = (unknown[truth] ?? 0) + 1
        else {
          const row = table[way === 0 ? truth : sampler.integer(k)] ?? []
          row[truth] = (row[truth] ?? 0) + 1
        }
      }
    const correct = table[0]?.[0] ?? 0
    const guessed = table.reduce((all, row) => all + (row[0] ?? 0), 0)
    return { table, unknown, first: { correct, wrong: guessed - correct, unknown: unknown[0] ?? 0 } }
  }

  it('Bang finds nothing in random guesses, and covers', () => {
    makeRateCheck(random => (bangIndex(guess(random, 3, 0, 0.7).first, 3).p ?? 1) <= 0.05, {
      atLeast: 0.04,
      atMost: 0.065,
    })
    makeRateCheck(
      random => {
        const { lower, upper } = bangIndex(guess(random, 2, 0.3, 0.4).first)
        return (lower ?? 9) <= 0.3 && 0.3 <= (upper ?? -9)
      },
      { atLeast: 0.935, atMost: 0.96 },
    )
  })

  it('James covers', () =>
    makeRateCheck(
      random => {
        const { table, unknown } = guess(random, 3, 0.2, 0.5)
        // Known 0.7; disagreement ½·(0.5·⅔) observed, ½·0.7²·⅔ expected: 1 − 0.7 + 0.7²·0.1667/(2·0.1633).
        const truth = 1 - 0.7 + (0.7 ** 2 * ((0.5 * (2 / 3)) / 2)) / (2 * ((0.7 ** 2 * (2 / 3)) / 2))
        const { lower, upper } = jamesIndex(table, unknown)
        return (lower ?? 9) <= truth && truth <= (upper ?? -9)
      },
      { atLeast: 0.935, atMost: 0.965 },
    ))
})
