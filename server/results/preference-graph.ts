// The preferences among the responses of one item as a graph: does it put them into an order?
import { circularTriads } from '../statistics/rankings/circular-triads'

/** How two responses of an item were decided, over all annotators. */
export interface DecidedPair {
  a: string
  b: string
  aWins: number
  ties: number
  bWins: number
}

export interface PreferenceGraph {
  /** Triples in which each is preferred to the next, and the last to the first. */
  triads: [string, string, string][]
  /** Responses that lie on a circle together, longer circles included. */
  cycles: string[][]
  /** Pairs that annotators decided in opposite ways. */
  contradictions: [string, string][]
  /** ζ: 1 is an order, 0 as many circles as there can be; null unless every pair was decided. */
  consistency: number | null
}

/** A pair counts for the side that more annotators preferred; a balance or a tie counts for neither. */
export function preferenceGraph(pairs: readonly DecidedPair[]): PreferenceGraph {
  const responses = [...new Set(pairs.flatMap(pair => [pair.a, pair.b]))].sort()
  const at = new Map(responses.map((response, index) => [response, index]))
  const beats = responses.map(() => responses.map(() => false))
  for (const { a, b, aWins, bWins } of pairs) {
    const [better, worse] = aWins > bWins ? [a, b] : [b, a]
    const row = beats[at.get(better) ?? -1]
    if (row && aWins !== bWins) row[at.get(worse) ?? -1] = true
  }
  const { triads, cycles, consistency } = circularTriads(beats)
  const name = (index: number) => responses[index] ?? ''
  return {
    triads: triads.map(([a, b, c]) => [name(a), name(b), name(c)]),
    cycles: cycles.map(cycle => cycle.map(name)),
    contradictions: pairs.filter(pair => pair.aWins > 0 && pair.bWins > 0).map(pair => [pair.a, pair.b]),
    consistency,
  }
}
