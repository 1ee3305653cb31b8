// Where items were placed, without any model.
import { sum } from '../sum'

export interface Placement {
  /** How often the item was placed first, in complete and partial lists. */
  firstPlaces: number
  /** Its mean place in complete lists, 1 being best; null when there are none. */
  meanRank: number | null
}

/**
 * Descriptive. `rankings` are lists of items 0 … items − 1, best first, without ties, perhaps partial. Mean places come
 * from complete lists alone: third of three is not third of ten. Example: A B C, B A → A once first with mean place 1.
 */
export function placementSummary(items: number, rankings: readonly (readonly number[])[]): Placement[] {
  const complete = rankings.filter(ranking => ranking.length === items)
  return Array.from({ length: items }, (_, item) => ({
    firstPlaces: rankings.filter(ranking => ranking[0] === item).length,
    meanRank: complete.length === 0 ? null : sum(complete.map(ranking => ranking.indexOf(item) + 1)) / complete.length,
  }))
}
