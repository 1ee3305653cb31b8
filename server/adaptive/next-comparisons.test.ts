import { describe, expect, test } from 'vitest'
import { mulberry32 } from '../statistics/random/mulberry32'
import { nextComparisons, type OpenPair } from './next-comparisons'

const zeros = (size: number) => Array.from({ length: size }, () => new Array<number>(size).fill(0))
const allPairs = (size: number, left: number): OpenPair[] =>
  Array.from({ length: size }, (_, first) =>
    Array.from({ length: size - first - 1 }, (_, index) => ({ first, second: first + index + 1, left })),
  ).flat()

describe('the next comparisons', () => {
  test('bring every pair to the floor first, the rarest before others', () => {
    const given = zeros(3)
    given[0] = [0, 2, 0]
    given[1] = [2, 0, 0]
    const next = nextComparisons(
      { counts: { wins: zeros(3), ties: zeros(3) }, given, open: allPairs(3, 10), floorPerPair: 2 },
      4,
    )
    expect(next).toEqual([
      { first: 0, second: 2 },
      { first: 1, second: 2 },
      { first: 0, second: 2 },
      { first: 1, second: 2 },
    ])
  })

  test('then ask about the pair whose order is in doubt, not about one that is settled', () => {
    const wins = zeros(3)
    // 0 beats 2 nearly always; 0 and 1 are about equal.
    wins[0] = [0, 10, 38]
    wins[1] = [9, 0, 37]
    wins[2] = [2, 3, 0]
    const next = nextComparisons(
      { counts: { wins, ties: zeros(3) }, given: wins, open: allPairs(3, 50), floorPerPair: 1 },
      10,
    )
    expect(next.every(pair => pair.first === 0 && pair.second === 1)).toBe(true)
  })

  test('give no pair more often than it is there, and stop when nothing is left', () => {
    const next = nextComparisons(
      { counts: { wins: zeros(3), ties: zeros(3) }, given: zeros(3), open: allPairs(3, 2), floorPerPair: 1 },
      50,
    )
    expect(next).toHaveLength(6)
  })

  test('with the same budget the order is right more often than when all pairs come equally often', () => {
    // Three that are hard to tell apart, between two that are not.
    const strengths = [2, 0.35, 0, -0.35, -2]
    const size = strengths.length
    const budget = 160
    const studies = 80
    const misplaced = (steered: boolean) => {
      const random = mulberry32(20_261_121)
      let wrong = 0
      for (let study = 0; study < studies; study++) {
        const [wins, given] = [zeros(size), zeros(size)]
        const uniform = allPairs(size, budget)
        let asked = 0
        while (asked < budget) {
          const batch = steered
            ? nextComparisons(
                { counts: { wins, ties: zeros(size) }, given, open: allPairs(size, budget), floorPerPair: 4 },
                20,
              )
            : Array.from(
                { length: 20 },
                (_, index) => uniform[(asked + index) % uniform.length] ?? { first: 0, second: 1 },
              )
          for (const { first, second } of batch) {
            const p = 1 / (1 + Math.exp((strengths[second] ?? 0) - (strengths[first] ?? 0)))
            const [winner, loser] = random() < p ? [first, second] : [second, first]
            for (const [matrix, row, column] of [
              [wins, winner, loser],
              [given, winner, loser],
              [given, loser, winner],
            ] as const) {
              const cells = matrix[row]
              if (cells) cells[column] = (cells[column] ?? 0) + 1
            }
            asked += 1
          }
        }
        wrong += inversions(wins)
      }
      return wrong / studies
    }
    const [steered, uniform] = [misplaced(true), misplaced(false)]
    expect(steered).toBeLessThan(uniform * 0.9)
  })
})

/** Pairs of models that the fit puts the wrong way round; model 0 is the best. */
function inversions(wins: number[][]): number {
  const size = wins.length
  // Minorise–maximise iterations of Bradley–Terry, with half a win added each way so that it exists.
  let worth = new Array<number>(size).fill(1)
  const won = (i: number, j: number) => (wins[i]?.[j] ?? 0) + 0.5
  for (let round = 0; round < 200; round++)
    worth = worth.map((own, i) => {
      let [total, weight] = [0, 0]
      for (const [j, other] of worth.entries()) {
        if (i === j) continue
        total += won(i, j)
        weight += (won(i, j) + won(j, i)) / (own + other)
      }
      return total / weight
    })
  let wrong = 0
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) if ((worth[i] ?? 0) < (worth[j] ?? 0)) wrong += 1
  return wrong
}
