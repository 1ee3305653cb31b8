// Decides the places of a study: how many judgments each item gets, of which responses, in which order of slots, what is
// asked of them, and in which order they are given.
import type { Protocol } from '../studies/schema'
import { balancedOrders, counterbalance, randomOrders } from './balanced-order'
import { type ComparisonUnit, comparisonUnits } from './comparison-units'
import { groupBy } from './group-by'
import { overlapSample } from './overlap-sample'
import type { PlannedItem } from './planned-item'
import { type SeededRandom, seededRandom } from './seeded-random'
import { stratifiedSample } from './stratified-sample'

export type PlanRules = Pick<Protocol, 'order' | 'annotatorsPerItem' | 'overlap' | 'comparison'> & {
  criteria: readonly { id: string; asked: number }[]
  quality: Pick<Protocol['quality'], 'repeats'>
}

export interface PlannedPlace {
  itemId: string
  variant: number
  round: number
  pickKey: number
  /** Response ids, slot A first. */
  slotOrder: string[]
  /** Criteria that are not asked. */
  omitted: string[]
  /** Null: no hidden repeat. */
  repeatAfter: number | null
  language: string
  categoryId: string | null
}

/**
 * The places of `items`. The same seed, batch and items always give the same plan. Orders are balanced within
 * language × category × set of models (of two at a time: each of a pair first equally often); `batch` tells a later
 * import from the first, so that its draws are new ones.
 */
export function planPlaces(
  items: readonly PlannedItem[],
  rules: PlanRules,
  seed: Uint8Array,
  batch: string,
): PlannedPlace[] {
  const random = (label: string) => seededRandom(seed, `${batch}\n${label}`)
  const units = comparisonUnits(items, rules.comparison, random)
  const strata = sortedGroups(units, unit => `${unit.item.language}\n${unit.item.categoryId ?? ''}`)
  const extra = drawOverlap(strata, rules.overlap, random('overlap'))
  const omitted = drawOmitted(strata, rules.criteria, random)
  const keys = random('pick')
  const blocks = sortedGroups(units, ({ item, responses }) =>
    [item.language, item.categoryId ?? '', ...responses.map(response => response.models)].join('\n'),
  )
  const places = blocks.flatMap(([label, block]) => {
    const draw = random(`order\n${label}`)
    const size = block[0]?.responses.length ?? 0
    const orders =
      rules.order === 'balanced' ? balancedOrders(size, block.length, draw) : randomOrders(size, block.length, draw)
    return draw.shuffle(block).flatMap((unit, index): PlannedPlace[] => {
      const first = (orders[index] ?? []).map(position => unit.responses[position]?.id ?? '')
      const rounds = rules.annotatorsPerItem + (extra.has(unit) ? rules.overlap.extraAnnotators : 0)
      return Array.from({ length: rounds }, (_, at) => ({
        itemId: unit.item.id,
        variant: unit.variant,
        round: at + 1,
        pickKey: keys.below(0x7fff_ffff),
        slotOrder: rules.order === 'balanced' ? counterbalance(first, at + 1) : at === 0 ? first : draw.shuffle(first),
        omitted: omitted.get(unit) ?? [],
        repeatAfter: null,
        language: unit.item.language,
        categoryId: unit.item.categoryId,
      }))
    })
  })
  planRepeats(places, rules.quality.repeats, random('repeats'))
  return places
}

type Stratum = [label: string, units: ComparisonUnit[]]

const sortedGroups = <T>(list: readonly T[], key: (element: T) => string) =>
  [...groupBy(list, key)].sort(([a], [b]) => (a < b ? -1 : 1))

function drawOverlap(strata: readonly Stratum[], rule: PlanRules['overlap'], random: SeededRandom) {
  if (rule.extraAnnotators === 0) return new Set<ComparisonUnit>()
  const name = ({ item, variant }: ComparisonUnit) => `${item.id}\n${variant}`
  const chosen = overlapSample(
    strata.map(([, units]) => ({
      language: units[0]?.item.language ?? '',
      category: units[0]?.item.categoryId ?? '',
      items: units.map(name),
    })),
    rule,
    random,
  )
  return new Set(strata.flatMap(([, units]) => units.filter(unit => chosen.has(name(unit)))))
}

/** All annotators of a unit are asked the same, so that what is asked on a sample has its overlap, too. */
function drawOmitted(
  strata: readonly Stratum[],
  criteria: PlanRules['criteria'],
  random: (label: string) => SeededRandom,
): Map<ComparisonUnit, string[]> {
  const omitted = new Map<ComparisonUnit, string[]>()
  for (const { id, asked } of criteria) {
    if (asked >= 1) continue
    const groups = strata.map(([, units]) => units)
    const chosen = stratifiedSample(groups, asked, random(`asked\n${id}`))
    for (const unit of groups.flat()) if (!chosen.has(unit)) omitted.set(unit, [...(omitted.get(unit) ?? []), id])
  }
  return omitted
}

/** A repeat comes half to one and a half times the distance later, so that nobody can count up to it. */
function planRepeats(
  places: PlannedPlace[],
  { share, distance }: PlanRules['quality']['repeats'],
  random: SeededRandom,
) {
  if (share === 0) return
  const strata = sortedGroups(places, place => `${place.language}\n${place.categoryId ?? ''}`).map(([, group]) => group)
  const least = Math.max(1, Math.ceil(distance / 2))
  for (const place of stratifiedSample(strata, share, random))
    place.repeatAfter = least + random.below(Math.max(1, Math.floor(distance * 1.5) - least + 1))
}
