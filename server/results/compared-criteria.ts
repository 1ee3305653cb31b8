// Which criteria of a protocol say who is better than whom.
import type { Criterion } from '../../criteria/schema'
import type { Protocol } from '../studies/schema'

/** Where comparisons come from. */
export type ComparisonSource = 'scores' | 'preference' | 'ranking'

export interface ComparedCriterion {
  id: string
  label: string
  source: ComparisonSource
}

const sources: Partial<Record<Criterion['kind'], ComparisonSource>> = {
  scale: 'scores',
  preference: 'preference',
  ranking: 'ranking',
}

/** In the protocol's order. */
export const comparedCriteria = ({ criteria }: Pick<Protocol, 'criteria'>): ComparedCriterion[] =>
  criteria.flatMap(({ id, label, kind, scope }) => {
    const source = sources[kind]
    return source && (source !== 'scores' || scope === 'response') ? [{ id, label, source }] : []
  })
