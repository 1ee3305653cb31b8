import { useMemo } from 'react'
import { splitHidden } from '@/components/rendering/visible-characters'
import { labelIn } from './label-in'
import type { Span, SpansCriterion } from './schema'
import { type Shown, segmentsOf } from './text-segments'

interface MarkedPiecesProps {
  text: string
  criterion: SpansCriterion
  /** Of the response at work: `data-marks` counts them from 0. */
  own: readonly Span[]
  /** Of other responses, in the source they share. */
  others: readonly Span[]
}

/** Characters that cannot be seen, as the number that stands for them. */
function hiddenIn(text: string): Shown[] {
  let at = 0
  return splitHidden(text, { code: false }).flatMap(({ kind, value }) => {
    const start = at
    at += kind === 'text' ? value.length : String.fromCodePoint(Number.parseInt(value.slice(2), 16)).length
    return kind === 'hidden' ? [{ start, end: at, shown: value }] : []
  })
}

/** A text in pieces that know where they stand in it (see dom-offsets.ts). */
export function MarkedPieces({ text, criterion, own, others }: MarkedPiecesProps) {
  const atoms = useMemo(() => hiddenIn(text), [text])
  const marks = [...own, ...others]
  const severityOf = (span: Span | undefined) => criterion.severities.findIndex(({ id }) => id === span?.severity)
  return segmentsOf(text, marks, atoms).map(({ start, end, shown, marks: over }) => {
    const place = { 'data-start': start, ...(shown === null ? {} : { 'data-length': end - start }) }
    const content = shown ?? text.slice(start, end)
    if (over.length > 0) {
      const isOther = over.every(index => index >= own.length)
      return (
        <mark
          key={start}
          {...place}
          data-marks={over.join(' ')}
          data-severity={isOther ? '' : Math.min(2, Math.max(...over.map(index => severityOf(marks[index]))))}
          data-other={isOther ? '' : undefined}
          title={over.map(index => titleOf(criterion, marks[index])).join('\n')}
        >
          {content}
        </mark>
      )
    }
    return shown ? (
      <mark key={start} {...place} data-hidden="" dir="ltr">
        {content}
      </mark>
    ) : (
      <span key={start} {...place}>
        {content}
      </span>
    )
  })
}

const titleOf = ({ categories, severities }: SpansCriterion, span: Span | undefined) =>
  span
    ? `${labelIn(categories, span.category)} · ${labelIn(severities, span.severity)}${span.note ? `: ${span.note}` : ''}`
    : ''
