// Every rating in long form: one row per annotator × item × criterion × response, for criteria of every kind.
import type { ChecklistChoice } from '../../criteria/checklist/schema'
import type { LabelsChoice } from '../../criteria/choice/schema'
import type { PreferenceChoice } from '../../criteria/preference/schema'
import { formatSteps, type Scale } from '../../criteria/scale/steps'
import type { Criterion } from '../../criteria/schema'
import type { SpansChoice } from '../../criteria/spans/schema'
import { slotLetter } from '../blinding/schema'
import { neutralCell } from './neutral-cell'

export interface RatingRow {
  item: string
  language: string
  sourceLanguage: string | null
  category: string | null
  purpose: string
  occasion: string
  annotator: string
  /** Null: the whole item. */
  model: string | null
  sample: number | null
  /** Of a preference: the models in slots A and B; several that share a slot are joined by " = ". */
  modelA: string | null
  modelB: string | null
  /** 1 = A, 0: the whole item; null for recorded judgments, whose order is not known. */
  slot: number | null
  criterion: string
  value: number | null
  firstValue: number | null
  text: string | null
  choice: unknown
  cannotJudge: string | null
  submittedAt: Date
  activeMs: number | null
  revision: number
  excluded: string | null
  origin: 'LIVE' | 'RECORDED'
}

export const ratingHeader = [
  'study',
  'item',
  'language',
  'source_language',
  'category',
  'purpose',
  'occasion',
  'annotator',
  'model',
  'sample',
  'model_a',
  'model_b',
  'slot',
  'criterion',
  'kind',
  'value',
  'first_value',
  'winner',
  'strength',
  'labels',
  'points',
  'reasons',
  'spans',
  'text',
  'cannot_judge',
  'submitted_at',
  'active_ms',
  'revision',
  'excluded',
  'origin',
] as const

type Choice = PreferenceChoice | LabelsChoice | ChecklistChoice | SpansChoice

const winners = { a: 'model_a', b: 'model_b', tie: 'tie', unusable: 'both_unusable' } as const

/** A number as people write it: in the scale's unit, or the rank. */
const shownValue = (value: number | null, criterion: Criterion | undefined): string | null =>
  value === null ? null : criterion?.kind === 'scale' ? formatSteps(value, criterion as Scale) : String(value)

/** The columns of a choice, null where they do not apply. */
function choiceFields(choice: Choice | null) {
  const points = choice?.kind === 'checklist' ? Object.entries(choice.points) : []
  return {
    winner: choice?.kind === 'preference' ? winners[choice.prefer] : null,
    strength: choice?.kind === 'preference' ? choice.strength : null,
    labels: choice?.kind === 'choice' ? choice.labels : null,
    points: points.length > 0 ? Object.fromEntries(points.map(([id, { earned }]) => [id, earned / 100])) : null,
    reasons: points.some(([, { reason }]) => reason)
      ? Object.fromEntries(points.flatMap(([id, { reason }]) => (reason ? [[id, reason]] : [])))
      : null,
    spans: choice?.kind === 'spans' ? choice.spans : null,
  }
}

/** One row as an object, for JSON lines: null where a column does not apply. */
export function ratingObject(study: string, row: RatingRow, criteria: ReadonlyMap<string, Criterion>) {
  const criterion = criteria.get(row.criterion)
  const value = shownValue(row.value, criterion)
  const firstValue = shownValue(row.firstValue, criterion)
  return {
    study,
    item: row.item,
    language: row.language,
    source_language: row.sourceLanguage,
    category: row.category,
    purpose: row.purpose.toLowerCase(),
    occasion: row.occasion.toLowerCase(),
    annotator: row.annotator,
    model: row.model,
    sample: row.sample,
    model_a: row.modelA,
    model_b: row.modelB,
    slot: row.slot === null || row.slot === 0 ? null : slotLetter(row.slot),
    criterion: row.criterion,
    kind: criterion?.kind ?? null,
    value: value === null ? null : Number(value),
    first_value: firstValue === null ? null : Number(firstValue),
    ...choiceFields(row.choice as Choice | null),
    text: row.text,
    cannot_judge: row.cannotJudge,
    submitted_at: row.submittedAt.toISOString(),
    active_ms: row.activeMs,
    revision: row.revision,
    excluded: row.excluded,
    origin: row.origin.toLowerCase(),
  }
}

/** One row as cells of a CSV file. Lists are joined by "|", objects are JSON; nothing runs as a formula. */
export function ratingCells(study: string, row: RatingRow, criteria: ReadonlyMap<string, Criterion>): string[] {
  const fields = ratingObject(study, row, criteria)
  const criterion = criteria.get(row.criterion)
  const numbers = {
    value: shownValue(row.value, criterion) ?? '',
    first_value: shownValue(row.firstValue, criterion) ?? '',
  }
  return ratingHeader.map(name => {
    if (name === 'value' || name === 'first_value') return numbers[name]
    const field: unknown = fields[name]
    if (field === null || field === undefined) return ''
    if (typeof field === 'number') return String(field)
    if (typeof field === 'string') return neutralCell(field)
    const isLabels = Array.isArray(field) && field.every(label => typeof label === 'string')
    return isLabels ? neutralCell(field.join('|')) : JSON.stringify(field)
  })
}
