// A judgment with its ratings, as the API tells it.
import { z } from 'zod'
import type { ChecklistChoice } from '../../criteria/checklist/schema'
import type { LabelsChoice } from '../../criteria/choice/schema'
import type { PreferenceChoice } from '../../criteria/preference/schema'
import { formatSteps, type Scale } from '../../criteria/scale/steps'
import type { Criterion } from '../../criteria/schema'
import type { SpansChoice } from '../../criteria/spans/schema'
import { slotLetter } from '../blinding/schema'

/** When it was submitted, and its id. */
export const judgmentCursor = z.tuple([z.iso.datetime(), z.uuid()])
export type JudgmentCursor = z.infer<typeof judgmentCursor>

export interface JudgmentHead {
  id: string
  submittedAt: Date
  item: string
  language: string
  sourceLanguage: string | null
  category: string | null
  purpose: string
  occasion: string
  origin: 'LIVE' | 'RECORDED'
  revision: number
  activeMs: number | null
  excluded: string | null
  annotator: string
}

interface Source {
  model: string
  sample: number
}

export interface StoredRating {
  judgmentId: string
  criterion: string
  slot: number
  /** Whole steps of a scale, or a rank. */
  value: number | null
  firstValue: number | null
  text: string | null
  choice: unknown
  cannotJudge: string | null
  /** Null: the whole item. */
  models: Source[] | null
  modelsA: Source[] | null
  modelsB: Source[] | null
}

type Choice = PreferenceChoice | LabelsChoice | ChecklistChoice | SpansChoice

const winners = { a: 'modelsA', b: 'modelsB', tie: 'tie', unusable: 'bothUnusable' } as const

/** A number as people write it: in the scale's unit, or the rank. */
const inUnit = (value: number | null, criterion: Criterion | undefined): number | null =>
  value !== null && criterion?.kind === 'scale' ? Number(formatSteps(value, criterion as Scale)) : value

/** What was chosen, null where it does not apply. */
function choiceFields(choice: Choice | null) {
  const points = choice?.kind === 'checklist' ? Object.entries(choice.points) : null
  return {
    winner: choice?.kind === 'preference' ? winners[choice.prefer] : null,
    strength: choice?.kind === 'preference' ? choice.strength : null,
    labels: choice?.kind === 'choice' ? choice.labels : null,
    points: points && Object.fromEntries(points.map(([id, { earned }]) => [id, earned / 100])),
    reasons: points && Object.fromEntries(points.flatMap(([id, { reason }]) => (reason ? [[id, reason]] : []))),
    spans: choice?.kind === 'spans' ? choice.spans : null,
  }
}

export const judgmentBody = (
  { purpose, occasion, origin, ...head }: JudgmentHead,
  ratings: readonly StoredRating[],
  criteria: ReadonlyMap<string, Criterion>,
) => ({
  ...head,
  purpose: purpose.toLowerCase(),
  occasion: occasion.toLowerCase(),
  origin: origin.toLowerCase(),
  ratings: ratings.map(({ criterion: id, slot, value, firstValue, choice, judgmentId: _, ...rating }) => {
    const criterion = criteria.get(id)
    return {
      ...rating,
      criterion: id,
      kind: criterion?.kind ?? null,
      // The order of recorded judgments is not known.
      slot: slot === 0 || origin === 'RECORDED' ? null : slotLetter(slot),
      value: inUnit(value, criterion),
      firstValue: inUnit(firstValue, criterion),
      ...choiceFields(choice as Choice | null),
    }
  }),
})
