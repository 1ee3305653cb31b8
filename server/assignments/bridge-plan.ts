// A model that is added later is judged beside responses that have been judged before, so that old and new scores can be
// compared: the same people, the same items, the same moment.
import { groupBy } from './group-by'
import { type PlannedPlace, type PlanRules, planPlaces } from './place-plan'
import type { PlannedResponse } from './planned-item'
import { type SeededRandom, seededRandom } from './seeded-random'

export interface BridgedItem {
  id: string
  /** A key of language-pair.ts. */
  language: string
  categoryId: string | null
  /** Not judged yet. */
  fresh: readonly PlannedResponse[]
  /** In the item's places already: what an anchor is chosen from. */
  judged: readonly PlannedResponse[]
}

/** Most responses that are shown at once. */
const mostSlots = 8

/**
 * Places that show the new responses of an item beside `anchors` old ones. Within language × category each old model is
 * an anchor equally often (± 1 where all items have the same models); orders are balanced as always. Items without an
 * old response get none: they are new, not added to.
 */
export function planBridge(
  items: readonly BridgedItem[],
  rules: PlanRules & { bridgeAnchors: number },
  seed: Uint8Array,
  batch: string,
): PlannedPlace[] {
  const addedTo = items.filter(item => item.fresh.length > 0 && item.judged.length > 0)
  const strata = groupBy(
    [...addedTo].sort((a, b) => (a.id < b.id ? -1 : 1)),
    item => `${item.language}\n${item.categoryId ?? ''}`,
  )
  const planned = [...strata].flatMap(([label, group]) => {
    const random = seededRandom(seed, `${batch}\nbridge\n${label}`)
    const used = new Map<string, number>()
    return random.shuffle(group).map(item => {
      const room = Math.max(1, mostSlots - item.fresh.length)
      const anchors = chooseAnchors(item.judged, Math.min(rules.bridgeAnchors, room), used, random)
      return {
        id: item.id,
        language: item.language,
        categoryId: item.categoryId,
        responses: [...item.fresh.slice(0, mostSlots - anchors.length), ...anchors],
        pairs: null,
      }
    })
  })
  return planPlaces(planned, { ...rules, quality: { repeats: { share: 0, distance: 1 } } }, seed, `${batch}\nbridge`)
}

/** The models that were chosen least often so far; among equals, at random. */
function chooseAnchors(
  from: readonly PlannedResponse[],
  count: number,
  used: Map<string, number>,
  random: SeededRandom,
): PlannedResponse[] {
  const times = (response: PlannedResponse) => used.get(response.models) ?? 0
  const chosen = random
    .shuffle(from)
    .sort((a, b) => times(a) - times(b))
    .slice(0, count)
  for (const response of chosen) used.set(response.models, times(response) + 1)
  return chosen
}
