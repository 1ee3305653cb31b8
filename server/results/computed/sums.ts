// Sums that can be added and taken away again: by what they are of, exact.
import type { CellTotals } from '../score-table'

/** Key (what it is of, as JSON) → amounts. */
export type Sums = Map<string, bigint[]>

/** How often a model got each score in a language. */
export interface ScoreCounts {
  language: string
  modelId: string
  steps: number
  ratings: number
}

/** What the score tables of a study are made of. */
export interface ScoreSums {
  totals: CellTotals[]
  scoreCounts: ScoreCounts[]
  live: number
  recorded: number
  annotators: number
}

/** Adds `more` to `sums`, or takes it away; what comes to nothing is forgotten. */
export function addSums(sums: Sums, more: Sums, sign: 1n | -1n = 1n): Sums {
  const result = new Map(sums)
  for (const [key, amounts] of more) {
    const before = result.get(key)
    const after = amounts.map((amount, at) => (before?.[at] ?? 0n) + sign * amount)
    if (after.some(amount => amount !== 0n)) result.set(key, after)
    else result.delete(key)
  }
  return result
}

/** As JSON can hold it. */
export const packSums = (sums: Sums): Record<string, string[]> =>
  Object.fromEntries([...sums].map(([key, amounts]) => [key, amounts.map(String)]))

export const unpackSums = (packed: Record<string, string[]>): Sums =>
  new Map(Object.entries(packed).map(([key, amounts]) => [key, amounts.map(BigInt)]))

type Of =
  | ['cell', language: string, categoryId: string | null, modelId: string, ratingsPerItem: number]
  | ['score', language: string, modelId: string, steps: number]
  | ['judged', origin: 'LIVE' | 'RECORDED', annotator: string]

export const sumKey = (of: Of): string => JSON.stringify(of)

const compare = (a: ScoreCounts, b: ScoreCounts) =>
  a.language < b.language
    ? -1
    : a.language > b.language
      ? 1
      : a.modelId < b.modelId
        ? -1
        : a.modelId > b.modelId
          ? 1
          : a.steps - b.steps

/** What the sums say, in words of the tables. */
export function readSums(sums: Sums): ScoreSums {
  const read: ScoreSums = { totals: [], scoreCounts: [], live: 0, recorded: 0, annotators: 0 }
  for (const [key, [count = 0n, sum = 0n, sumOfSquares = 0n]] of sums) {
    const of = JSON.parse(key) as Of
    if (of[0] === 'cell') {
      const [, language, categoryId, modelId, ratingsPerItem] = of
      read.totals.push({ language, categoryId, modelId, ratingsPerItem, items: Number(count), sum, sumOfSquares })
    } else if (of[0] === 'score') {
      const [, language, modelId, steps] = of
      read.scoreCounts.push({ language, modelId, steps, ratings: Number(count) })
    } else {
      read.annotators += 1
      if (of[1] === 'LIVE') read.live += Number(count)
      else read.recorded += Number(count)
    }
  }
  read.scoreCounts.sort(compare)
  return read
}
