// Draws a share of something from every stratum.
import type { SeededRandom } from './seeded-random'

/**
 * `share` of all members, drawn so that each stratum gives its share to within one, and all of them together give theirs
 * to the nearest whole.
 */
export function stratifiedSample<T>(strata: readonly (readonly T[])[], share: number, random: SeededRandom): Set<T> {
  const chosen = new Set<T>()
  let seen = 0
  for (const stratum of strata) {
    seen += stratum.length
    const due = Math.round(seen * share) - chosen.size
    for (const member of random.shuffle(stratum).slice(0, due)) chosen.add(member)
  }
  return chosen
}
