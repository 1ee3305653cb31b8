// One rating in words, with everything that was said in it.
import { pointsOf } from '../../../criteria/checklist/points'
import type { ChecklistCriterion, Rubric } from '../../../criteria/checklist/schema'
import { ruleOf } from '../../../criteria/rules'
import { formatSteps } from '../../../criteria/scale/steps'
import type { Criterion, Rating } from '../../../criteria/schema'
import { labelIn } from '../../../criteria/spans/label-in'
import type { Span } from '../../../criteria/spans/schema'

/** A part of a rating: a point of a checklist, a marked place. */
export interface EntryDetail {
  /** Tells the parts of an entry apart. */
  key: string
  /** The point's text; the words that were marked. */
  about: string
  value: string
  note: string | null
}

export interface JudgedEntry {
  criterion: string
  /** 0: the whole item. */
  slot: number
  /** In the criterion's own words; empty where the parts say everything. */
  value: string
  /** What it was before the rest was revealed; null: the same, or nothing was revealed. */
  first: string | null
  prefer: 'a' | 'b' | 'tie' | 'unusable' | null
  cannotJudge: string | null
  details: EntryDetail[]
}

/** What a rating is read with. */
export interface EntryContext {
  /** By version; a checklist of the protocol needs none. */
  rubrics: readonly Rubric[]
  /** The text that a span lies in; null: it is not known any more. */
  textOf: (span: Pick<Span, 'part' | 'turn'>, slot: number) => string | null
}

/** The entry of a rating of any kind. */
export function judgedEntry(
  criterion: Criterion,
  rating: Rating,
  firstValue: number | null,
  context: EntryContext,
): JudgedEntry {
  const { slot, choice, cannotJudge } = rating
  const isPreference = choice?.kind === 'preference'
  const rubric =
    choice?.kind === 'checklist' ? (context.rubrics.find(one => one.version === choice.rubric) ?? null) : null
  const glance = ruleOf(criterion).glance(criterion, rating, { rubric })
  const strength =
    isPreference && criterion.kind === 'preference' && choice.strength !== null
      ? (criterion.strengths[choice.strength - 1] ?? String(choice.strength))
      : ''
  return {
    criterion: criterion.id,
    slot,
    value: isPreference ? strength : criterion.kind === 'spans' ? '' : glance,
    first:
      criterion.kind === 'scale' && firstValue !== null && firstValue !== rating.value
        ? formatSteps(firstValue, criterion)
        : null,
    prefer: isPreference ? choice.prefer : null,
    cannotJudge: cannotJudge ?? null,
    details: detailsOf(criterion, rating, rubric, context),
  }
}

function detailsOf(
  criterion: Criterion,
  { choice, slot }: Rating,
  rubric: Rubric | null,
  { textOf }: EntryContext,
): EntryDetail[] {
  if (criterion.kind === 'checklist' && choice?.kind === 'checklist')
    return pointDetails(criterion, choice.points, rubric)
  if (criterion.kind !== 'spans' || choice?.kind !== 'spans') return []
  return choice.spans.map((span, index) => ({
    key: `${index}`,
    about: textOf(span, slot)?.slice(span.start, span.end) ?? `${span.start}–${span.end}`,
    value: `${labelIn(criterion.categories, span.category)} · ${labelIn(criterion.severities, span.severity)}`,
    note: span.note ?? null,
  }))
}

const hundredths = (value: number) => String(value / 100)

function pointDetails(
  criterion: ChecklistCriterion,
  given: Record<string, { earned: number; reason?: string | undefined }>,
  rubric: Rubric | null,
): EntryDetail[] {
  const { points } = pointsOf(criterion, rubric)
  const placeOf = (id: string) => points.findIndex(one => one.id === id)
  const inOrder = Object.entries(given).sort(([a], [b]) => placeOf(a) - placeOf(b))
  return inOrder.map(([id, { earned, reason }]) => {
    const point = points.find(one => one.id === id)
    return {
      key: id,
      about: point?.text ?? id,
      value: point ? `${hundredths(earned)}/${point.maximum}` : hundredths(earned),
      note: reason ?? null,
    }
  })
}
