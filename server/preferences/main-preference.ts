// Which of a protocol's preferences decides what is chosen.
import type { PreferenceCriterion } from '../../criteria/preference/schema'
import type { Protocol } from '../studies/schema'

/** The last one: dimensions stand before "overall". Null: the protocol has none. */
export const mainPreference = ({ criteria }: Pick<Protocol, 'criteria'>): PreferenceCriterion | null =>
  criteria.findLast(criterion => criterion.kind === 'preference') ?? null
