// What is judged at once: an item with all its responses, or with two of them.
import type { Protocol } from '../studies/schema'
import { groupBy } from './group-by'
import { pairDesign } from './pair-design'
import type { PlannedItem, PlannedResponse } from './planned-item'
import type { SeededRandom } from './seeded-random'

export interface ComparisonUnit {
  item: PlannedItem
  /** The number of the pair within the item, from 1; 0: all responses. */
  variant: number
  /** In the order of their models. */
  responses: readonly PlannedResponse[]
}

const designsTried = 12
const byModels = (a: PlannedResponse, b: PlannedResponse) => (a.models < b.models ? -1 : 1)
const modelSet = (responses: readonly PlannedResponse[]) => responses.map(response => response.models).join('\n')

/**
 * The units of `items`. Of two at a time: the item's own pairs, else every pair, else a balanced design whose places are
 * drawn so that over the items with the same models each pair of models comes about equally often. An item with a single
 * distinct response has no pair.
 */
export function comparisonUnits(
  items: readonly PlannedItem[],
  comparison: Protocol['comparison'],
  random: (label: string) => SeededRandom,
): ComparisonUnit[] {
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
  const ordered = sorted.map(item => ({ item, responses: [...item.responses].sort(byModels) }))
  if (comparison.show === 'all') return ordered.map(unit => ({ ...unit, variant: 0 }))
  return [...groupBy(ordered, unit => modelSet(unit.responses))].flatMap(([label, group]) => {
    const draw = random(`pairs\n${label}`)
    const met = new Map<string, number>()
    return group.flatMap(({ item, responses }) => {
      const pairs = item.pairs
        ? fixedPairs(responses, item.pairs)
        : comparison.design === 'every-pair' || comparison.pairsPerItem === null
          ? pairDesign(responses.length, Number.POSITIVE_INFINITY).map(([a, b]) => pairOf(responses, a, b))
          : balancedPairs(responses, comparison.pairsPerItem, met, draw)
      return pairs.map((pair, index) => ({ item, variant: index + 1, responses: pair }))
    })
  })
}

type ResponsePair = [PlannedResponse, PlannedResponse]

function pairOf(responses: readonly PlannedResponse[], a: number, b: number): ResponsePair {
  const [first, second] = [responses[Math.min(a, b)], responses[Math.max(a, b)]]
  if (!first || !second) throw new RangeError(`No pair ${a}, ${b} of ${responses.length}.`)
  return [first, second]
}

/** Pairs of one text (or of one that cannot be shown) are nothing to judge; a pair that is listed twice is one. */
function fixedPairs(responses: readonly PlannedResponse[], pairs: readonly (readonly [string, string])[]) {
  const place = new Map(responses.map((response, index) => [response.id, index]))
  const found = new Map<string, ResponsePair>()
  for (const [a, b] of pairs) {
    const [one, other] = [place.get(a), place.get(b)]
    if (one === undefined || other === undefined || one === other) continue
    found.set(`${Math.min(one, other)} ${Math.max(one, other)}`, pairOf(responses, one, other))
  }
  return [...found.values()]
}

const pairName = (pair: ResponsePair) => modelSet(pair)

/** Of a dozen ways of giving the responses their parts in the design, the one whose pairs were drawn least so far. */
function balancedPairs(
  responses: readonly PlannedResponse[],
  count: number,
  met: Map<string, number>,
  draw: SeededRandom,
): ResponsePair[] {
  const design = pairDesign(responses.length, count)
  const parts = responses.map((_, index) => index)
  const ways = Array.from({ length: designsTried }, () => {
    const part = draw.shuffle(parts)
    return design.map(([a, b]) => pairOf(responses, part[a] ?? 0, part[b] ?? 0))
  })
  const cost = (pairs: ResponsePair[]) => pairs.reduce((sum, pair) => sum + (met.get(pairName(pair)) ?? 0), 0)
  const chosen = ways.reduce((best, way) => (cost(way) < cost(best) ? way : best))
  for (const pair of chosen) met.set(pairName(pair), (met.get(pairName(pair)) ?? 0) + 1)
  return draw.shuffle(chosen)
}
