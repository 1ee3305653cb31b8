// Which scales make tables of models: what is said of a whole item is of no model.
import type { ScaleCriterion } from '../../criteria/scale/schema'
import type { Protocol } from '../studies/schema'

/** In the protocol's order; the first one is the headline. */
export const responseScales = ({ criteria }: Pick<Protocol, 'criteria'>): ScaleCriterion[] =>
  criteria.flatMap(criterion => (criterion.kind === 'scale' && criterion.scope === 'response' ? [criterion] : []))
