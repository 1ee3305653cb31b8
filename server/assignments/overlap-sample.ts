// Which items get the extra judgments that agreement is computed from.
import type { SeededRandom } from './seeded-random'

export interface OverlapRule {
  share: number
  minimumPerLanguage: number
}

export interface OverlapStratum {
  language: string
  category: string
  items: readonly string[]
}

/**
 * Draws at least `share` of each language × category (rounded up), then more from the language at large until it has
 * `minimumPerLanguage` (or all its items).
 */
export function overlapSample(strata: readonly OverlapStratum[], rule: OverlapRule, random: SeededRandom): Set<string> {
  const chosen = new Set<string>()
  const left = new Map<string, string[]>()
  const have = new Map<string, number>()
  const ordered = [...strata].sort((a, b) => (a.language + a.category < b.language + b.category ? -1 : 1))
  for (const { language, items } of ordered) {
    const shuffled = random.shuffle([...items].sort())
    const take = Math.ceil(items.length * rule.share - 1e-9)
    for (const item of shuffled.slice(0, take)) chosen.add(item)
    have.set(language, (have.get(language) ?? 0) + take)
    left.set(language, [...(left.get(language) ?? []), ...shuffled.slice(take)])
  }
  if (rule.share === 0) return chosen
  for (const [language, items] of left) {
    const missing = rule.minimumPerLanguage - (have.get(language) ?? 0)
    if (missing > 0) for (const item of random.shuffle(items).slice(0, missing)) chosen.add(item)
  }
  return chosen
}
