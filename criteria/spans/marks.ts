// Reads and changes the spans of one response; never changes what it is given.
import type { Rating } from '../schema'
import type { Span, SpansCriterion } from './schema'

interface Content {
  ratings: Rating[]
}

const isOf = (criterion: string, slot: number) => (rating: Rating) =>
  rating.criterion === criterion && rating.slot === slot

/** The marks of a response, in the order of the texts: source first. */
export function spansOf(content: Content, criterion: string, slot: number): Span[] {
  const choice = content.ratings.find(isOf(criterion, slot))?.choice
  return choice?.kind === 'spans' ? choice.spans : []
}

const inOrder = (a: Span, b: Span) =>
  (a.part === b.part ? 0 : a.part === 'source' ? -1 : 1) || a.turn - b.turn || a.start - b.start || a.end - b.end

export const mostSpans = 200

/** With these marks instead; none: the rating is taken out. The order does not depend on the order of entry. */
export function withSpans(content: Content, criterion: string, slot: number, spans: readonly Span[]): Content {
  const others = content.ratings.filter(rating => !isOf(criterion, slot)(rating))
  const sorted = [...spans].sort(inOrder).slice(0, mostSpans)
  const ratings: Rating[] =
    sorted.length === 0 ? others : [...others, { criterion, slot, choice: { kind: 'spans', spans: sorted } }]
  return { ratings: ratings.toSorted((a, b) => a.slot - b.slot || (a.criterion < b.criterion ? -1 : 1)) }
}

const isSame = (a: Span, b: Span) =>
  a.part === b.part && a.turn === b.turn && a.start === b.start && a.end === b.end && a.category === b.category

/** One more; the same place with the same category is changed instead. */
export const addSpan = (spans: readonly Span[], span: Span): Span[] => [
  ...spans.filter(other => !isSame(other, span)),
  span,
]

export const replaceSpan = (spans: readonly Span[], old: Span, span: Span | null): Span[] => [
  ...spans.filter(other => other !== old && !isSame(other, old)),
  ...(span ? [span] : []),
]

/** The same mark in a list that may have been read anew since. */
const findSame = (spans: readonly Span[], span: Span): Span =>
  spans.find(other => JSON.stringify(other) === JSON.stringify(span)) ?? span

/** One put in (`old` is null), changed, or taken out (`span` is null). */
export function changeSpan(spans: readonly Span[], old: Span | null, span: Span | null): readonly Span[] {
  if (old) return replaceSpan(spans, findSame(spans, old), span)
  return span ? addSpan(spans, span) : spans
}

/** What the errors of a response count for: the sum of the weights of their severities (MQM). */
export const penaltyOf = ({ severities }: Pick<SpansCriterion, 'severities'>, spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + (severities.find(severity => severity.id === span.severity)?.weight ?? 0), 0)
