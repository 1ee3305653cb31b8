'use client'

import { useTranslations } from 'next-intl'
import { type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { splitHidden } from '@/components/rendering/visible-characters'
import { Button } from '@/components/ui/button'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { EntryProps } from '../entry-props'
import { rangeOf, selectedIn } from './dom-offsets'
import { MarkPopover } from './mark-popover'
import { addSpan, replaceSpan, spansOf, withSpans } from './marks'
import './marked-text.css'
import { paintRange } from './paint-range'
import { originOf, pointAtMark } from './pointed-mark'
import type { Span, SpansCriterion } from './schema'
import { type Shown, segmentsOf } from './text-segments'
import { markable, type Stretch } from './text-units'
import { useCounterpart } from './use-counterpart'
import { useWordCursor } from './use-word-cursor'

/** What marking needs to know of the item at work. */
export type Marking = Pick<EntryProps<SpansCriterion>, 'criterion' | 'value' | 'change' | 'readOnly' | 'slotCount'>

interface MarkedTextProps {
  text: string
  lang: string
  part: 'response' | 'source'
  /** Of the response; of the message in a source. */
  turn: number
  /** Whose marks are made here: the response's own; of the source, the response at work. */
  slot: number
  marking: Marking
}

interface Pending {
  stretch: Stretch
  /** The mark that is changed; null: a new one. */
  span: Span | null
  /** By keyboard: the focus goes back to the text. */
  byKey: boolean
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

/**
 * A text as it is written, in which places are marked by mouse, touch or keyboard. It is drawn without Markdown, so
 * that every character stands where the stored offsets say.
 */
export function MarkedText({ text, lang, part, turn, slot, marking }: MarkedTextProps) {
  const { criterion, value, change, readOnly, slotCount } = marking
  const t = useTranslations('judging.entries.spans')
  const root = useRef<HTMLDivElement>(null)
  const hint = useId()
  const [pending, setPending] = useState<Pending | null>(null)
  const [touched, setTouched] = useState<Stretch | null>(null)
  const [said, setSaid] = useState('')
  const canMark = !readOnly && (part === 'response' || criterion.source)
  const origin = originOf(part, slot, turn)
  const isHere = (span: Span) => span.part === part && (part === 'source' || span.turn === turn)
  const own = spansOf(value, criterion.id, slot).filter(isHere)
  const others =
    part === 'source'
      ? Array.from({ length: slotCount }, (_, index) => index + 1)
          .filter(other => other !== slot)
          .flatMap(other => spansOf(value, criterion.id, other).filter(isHere))
      : []
  const atoms = useMemo(() => hiddenIn(text), [text])
  const marks = [...own, ...others]
  const segments = segmentsOf(text, marks, atoms)

  useCounterpart(root, origin, text, lang)
  const cursor = useWordCursor({ root, text, lang, isOff: !canMark || pending !== null })

  function open(stretch: Stretch | null, byKey: boolean, span: Span | null = null) {
    const whole = stretch && markable(text, stretch)
    if (whole && canMark) setPending({ stretch: whole, span, byKey })
  }

  const markAt = (target: EventTarget) => {
    const indices = (target as HTMLElement).dataset?.marks?.split(' ').map(Number) ?? []
    const hit = indices.map(index => own[index]).filter(span => span !== undefined)
    return hit.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null
  }

  // The browser changes the selection after the event.
  function releasePointer(event: PointerEvent) {
    const { target, pointerType } = event
    setTimeout(() => {
      const selected = root.current && selectedIn(root.current, getSelection(), text.length)
      const span = markAt(target)
      if (!selected && span) open(span, false, span)
      else if (selected && pointerType === 'mouse') open(selected, false)
    })
  }

  // Fingers move the handles of a selection long after they have lifted: a button waits beside it.
  useEffect(() => {
    if (!canMark || !matchMedia('(pointer: coarse)').matches) return
    const follow = () => setTouched(root.current && selectedIn(root.current, getSelection(), text.length))
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [canMark, text])

  const pendingStretch = pending?.stretch
  useEffect(() => {
    if (pendingStretch && root.current) return paintRange('assay-pending', rangeOf(root.current, pendingStretch))
  }, [pendingStretch])

  function close(after: Stretch | null = null) {
    if (!pending) return
    setPending(null)
    setTouched(null)
    if (pending.byKey) {
      root.current?.focus({ preventScroll: true })
      cursor.put(after ?? pending.stretch)
    } else getSelection()?.removeAllRanges()
  }

  function keep(span: Span | null) {
    if (!pending) return
    change(content => {
      const spans = spansOf(content, criterion.id, slot)
      const next = pending.span ? replaceSpan(spans, findSame(spans, pending.span), span) : span ? addSpan(spans, span) : spans // biome-ignore format: one decision
      return withSpans(content, criterion.id, slot, next)
    })
    const { start, end } = pending.stretch
    const words = text.slice(start, end)
    setSaid(
      span ? t('saidMarked', { words, category: labelOf(criterion.categories, span.category) }) : t('saidRemoved'),
    )
    close(pending.stretch)
  }

  return (
    <>
      <div lang={lang} className="reading rendered">
        {/* biome-ignore lint/a11y/useSemanticElements: a text area cannot show marks */}
        <div
          ref={root}
          role="textbox"
          aria-readonly
          aria-multiline
          aria-label={part === 'source' ? t('sourceText') : t('textOf', { letter: slotLetter(slot) })}
          aria-describedby={canMark ? hint : undefined}
          tabIndex={0}
          dir="auto"
          data-takes-keys={`${criterion.id} ${part} ${part === 'source' ? 0 : slot}`}
          className="plain-text marked-text"
          onPointerDown={cursor.leave}
          onPointerUp={releasePointer}
          onPointerOver={event => {
            const span = markAt(event.target)
            pointAtMark(span ? { origin, text, lang, start: span.start, end: span.end } : null)
          }}
          onPointerLeave={() => pointAtMark(null)}
          onFocus={cursor.enter}
          onBlur={cursor.leave}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && canMark) {
              event.preventDefault()
              const stretch = cursor.covered()
              const same = own.find(span => span.start === stretch?.start && span.end === stretch.end) ?? null
              open(stretch, true, same)
            } else if (event.key === 'Escape') {
              // Back to the response, where digits and letters are for the page.
              event.preventDefault()
              getSelection()?.removeAllRanges()
              const response =
                root.current?.closest('article') ?? document.querySelector('article[aria-current="true"]')
              if (response instanceof HTMLElement) response.focus({ preventScroll: true })
            } else cursor.press(event)
          }}
        >
          {segments.map(segment => {
            const { start, end, shown, marks: over } = segment
            const atom = shown === null ? {} : { 'data-length': end - start }
            const content = shown ?? text.slice(start, end)
            if (over.length === 0)
              return shown ? (
                <mark key={start} data-start={start} {...atom} data-hidden="" dir="ltr">
                  {content}
                </mark>
              ) : (
                <span key={start} data-start={start} {...atom}>
                  {content}
                </span>
              )
            const severities = over.map(index =>
              criterion.severities.findIndex(({ id }) => id === marks[index]?.severity),
            )
            const isOther = over.every(index => index >= own.length)
            return (
              <mark
                key={start}
                data-start={start}
                {...atom}
                data-marks={over.join(' ')}
                data-severity={isOther ? '' : Math.min(2, Math.max(...severities))}
                data-other={isOther ? '' : undefined}
                title={over.map(index => titleOf(criterion, marks[index])).join('\n')}
              >
                {content}
              </mark>
            )
          })}
        </div>
      </div>
      {canMark ? (
        <p id={hint} className="sr-only">
          {t('hint')}
        </p>
      ) : null}
      {touched && canMark && !pending ? (
        <div className="sticky bottom-2 z-10 flex justify-end">
          <Button size="sm" onPointerDown={event => event.preventDefault()} onClick={() => open(touched, false)}>
            {t('mark')}
          </Button>
        </div>
      ) : null}
      <output aria-live="polite" className="sr-only">
        {said}
      </output>
      {pending && root.current ? (
        <MarkPopover
          criterion={criterion}
          words={text.slice(pending.stretch.start, pending.stretch.end)}
          lang={lang}
          anchor={rangeOf(root.current, pending.stretch)}
          judged={pending.span}
          onSave={judged => keep({ part, turn, start: pending.stretch.start, end: pending.stretch.end, ...judged })}
          onRemove={pending.span ? () => keep(null) : undefined}
          onClose={close}
        />
      ) : null}
    </>
  )
}

const labelOf = (parts: readonly { id: string; label: string }[], id: string) =>
  parts.find(part => part.id === id)?.label ?? id

const titleOf = ({ categories, severities }: SpansCriterion, span: Span | undefined) =>
  span
    ? `${labelOf(categories, span.category)} · ${labelOf(severities, span.severity)}${span.note ? `: ${span.note}` : ''}`
    : ''

/** The same mark in a list that may have been read anew since. */
const findSame = (spans: readonly Span[], span: Span): Span =>
  spans.find(other => JSON.stringify(other) === JSON.stringify(span)) ?? span
