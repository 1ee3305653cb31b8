// What a study's models will be compared by, and what is assumed of it before anything is known.
import type { Protocol } from './schema'

export interface PlannedMeasure {
  criterion: string
  label: string
  /** Scores have a mean and a spread; preferences and rankings have winners only. */
  scores: { min: number; max: number } | null
}

/** Everything that models can be compared by; the headline first. A rubric is scored from 0 to 100. */
export function plannedMeasures({ criteria }: Pick<Protocol, 'criteria'>): PlannedMeasure[] {
  const measures = criteria.flatMap((criterion): PlannedMeasure[] => {
    const { id, label, kind } = criterion
    const of = { criterion: id, label }
    if (kind === 'preference' || kind === 'ranking') return [{ ...of, scores: null }]
    if (criterion.scope !== 'response') return []
    if (kind === 'scale') return [{ ...of, scores: { min: criterion.min, max: criterion.max } }]
    return kind === 'checklist' ? [{ ...of, scores: { min: 0, max: 100 } }] : []
  })
  // "Overall" stands last among preferences, and is what a study is opened for.
  const headline = measures.findLast(one => one.scores === null) ?? measures[0]
  return headline ? [headline, ...measures.filter(one => one !== headline)] : []
}

/**
 * Where nobody knows better: the differences of two models on one item spread with a standard deviation of a quarter of the
 * scale, and a twentieth of it is a difference worth finding. A little more spread than 0–10 chat scores have.
 */
export const assumedSpread = ({ min, max }: { min: number; max: number }) => ({
  deviation: (max - min) / 4,
  difference: (max - min) / 20,
})

/** One side wins 40 % and loses 30 % of the comparisons; 30 % tie. */
export const assumedShares = { winShare: 0.4, lossShare: 0.3 }

/** The chance of finding a difference that a study is planned for. */
export const usualPower = 0.8
