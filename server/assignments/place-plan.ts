// Decides the places of a study: how many judgments each item gets, in which order of slots, and in which order they are given.
import { balancedOrders, counterbalance, randomOrders } from './balanced-order'
import { overlapSample } from './overlap-sample'
import { seededRandom } from './seeded-random'

export interface PlannedItem {
  id: string
  /** A key of language-pair.ts. */
  language: string
  categoryId: string | null
  /** One response per distinct text, with the models that gave it, in any order. */
  responses: readonly { id: string; models: string }[]
}

export interface PlanRules {
  order: 'balanced' | 'random'
  annotatorsPerItem: number
  overlap: { share: number; minimumPerLanguage: number; extraAnnotators: number }
}

export interface PlannedPlace {
  itemId: string
  round: number
  pickKey: number
  /** Response ids, slot A first. */
  slotOrder: string[]
  language: string
  categoryId: string | null
}

/**
 * The places of `items`. The same seed, batch and items always give the same plan. Orders are balanced within
 * language × category × model set; `batch` tells a later import from the first, so that its draws are new ones.
 */
export function planPlaces(
  items: readonly PlannedItem[],
  rules: PlanRules,
  seed: Uint8Array,
  batch: string,
): PlannedPlace[] {
  const random = (label: string) => seededRandom(seed, `${batch}\n${label}`)
  const strata = groupBy(items, item => `${item.language}\n${item.categoryId ?? ''}`)
  const extra =
    rules.overlap.extraAnnotators === 0
      ? new Set<string>()
      : overlapSample(
          [...strata.values()].map(group => ({
            language: group[0]?.language ?? '',
            category: group[0]?.categoryId ?? '',
            items: group.map(item => item.id),
          })),
          rules.overlap,
          random('overlap'),
        )
  const places: PlannedPlace[] = []
  const keys = random('pick')
  const modelSet = (item: PlannedItem) =>
    item.responses
      .map(response => response.models)
      .sort()
      .join('\n')
  const blocks = groupBy(items, item => `${item.language}\n${item.categoryId ?? ''}\n${modelSet(item)}`)
  for (const [label, group] of [...blocks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const draw = random(`order\n${label}`)
    const size = group[0]?.responses.length ?? 0
    const shuffled = draw.shuffle([...group].sort((a, b) => (a.id < b.id ? -1 : 1)))
    const orders =
      rules.order === 'balanced' ? balancedOrders(size, group.length, draw) : randomOrders(size, group.length, draw)
    for (const [index, item] of shuffled.entries()) {
      const byModel = [...item.responses].sort((a, b) => (a.models < b.models ? -1 : 1))
      const first = (orders[index] ?? []).map(position => byModel[position]?.id ?? '')
      const rounds = rules.annotatorsPerItem + (extra.has(item.id) ? rules.overlap.extraAnnotators : 0)
      for (let round = 1; round <= rounds; round++) {
        const slotOrder =
          rules.order === 'balanced' ? counterbalance(first, round) : round === 1 ? first : draw.shuffle(first)
        const { id: itemId, language, categoryId } = item
        places.push({ itemId, round, pickKey: keys.below(0x7fff_ffff), slotOrder, language, categoryId })
      }
    }
  }
  return places
}

function groupBy<T>(list: readonly T[], key: (element: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const element of list) {
    const name = key(element)
    const group = groups.get(name)
    if (group) group.push(element)
    else groups.set(name, [element])
  }
  return groups
}
