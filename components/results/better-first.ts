import type { ModelDifference, PairedDifferences } from '@/server/results/computed/paired-differences'

/** The same difference, seen from the other side. */
export const turnedDifference = (pair: ModelDifference): ModelDifference => ({
  ...pair,
  first: pair.second,
  second: pair.first,
  mean: negative(pair.mean),
  lower: negative(pair.upper),
  upper: negative(pair.lower),
  effectSize: negative(pair.effectSize),
  wins: pair.losses,
  losses: pair.wins,
})

// Not −0: it would be written with a sign.
const negative = (value: number | null) => (value === null ? null : 0 - value)

/** Every two models once, the one with the higher mean first, in the order of the ranks. */
export function betterFirst({ pairs, ranks }: Pick<PairedDifferences, 'pairs' | 'ranks'>): ModelDifference[] {
  const place = new Map(ranks.map(({ model }, index) => [model.id, index]))
  const at = (id: string) => place.get(id) ?? ranks.length
  return pairs
    .map(pair => (at(pair.first) <= at(pair.second) ? pair : turnedDifference(pair)))
    .toSorted((a, b) => at(a.first) - at(b.first) || at(a.second) - at(b.second))
}
