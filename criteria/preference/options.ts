// The answers to a preference in the order in which they stand in a line: the strongest for A first, the strongest for B last.
import type { PreferenceChoice, PreferenceCriterion } from './schema'

export type PreferenceOption = Pick<PreferenceChoice, 'prefer' | 'strength'>

/** From A much better over a tie to B much better. "Both unusable" is on no such line. */
export function optionsOf({ strengths, tie }: Pick<PreferenceCriterion, 'strengths' | 'tie'>): PreferenceOption[] {
  const levels = strengths.map((_, index) => index + 1)
  return [
    ...levels.toReversed().map(strength => ({ prefer: 'a' as const, strength })),
    ...(tie ? [{ prefer: 'tie' as const, strength: null }] : []),
    ...levels.map(strength => ({ prefer: 'b' as const, strength })),
  ]
}

export const isSameOption = (one: PreferenceOption | null, other: PreferenceOption) =>
  one?.prefer === other.prefer && one.strength === other.strength
