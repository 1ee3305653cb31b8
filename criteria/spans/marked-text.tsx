'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { EntryProps } from '../entry-props'
import { rangeOf, selectedIn } from './dom-offsets'
import { labelIn } from './label-in'
import { MarkPopover } from './mark-popover'
import { MarkedPieces } from './marked-pieces'
import { changeSpan, spansOf, withSpans } from './marks'
import './marked-text.css'
import { paintRange } from './paint-range'
import { originOf, pointAtMark } from './pointed-mark'
import type { Span, SpansCriterion } from './schema'
import { markable, type Stretch } from './text-units'
import { useCounterpart } from './use-counterpart'
import { useTapChoice } from './use-tap-choice'
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

  useCounterpart(root, origin, text, lang)
  const cursor = useWordCursor({ root, text, lang, isOff: !canMark || pending !== null })
  const tap = useTapChoice({ root, text, lang })

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
    if (pointerType === 'touch') return
    setTimeout(() => {
      const selected = root.current && selectedIn(root.current, getSelection(), text.length)
      const span = markAt(target)
      if (selected) open(selected, false)
      else if (span) open(span, false, span)
    })
  }

  function click(event: MouseEvent) {
    const span = tap.isTap() ? markAt(event.target) : null
    if (span) open(span, false, span)
    else if (canMark) tap.end(event)
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
    const { span: old } = pending
    change(content =>
      withSpans(content, criterion.id, slot, changeSpan(spansOf(content, criterion.id, slot), old, span)),
    )
    const { start, end } = pending.stretch
    const words = text.slice(start, end)
    setSaid(
      span ? t('saidMarked', { words, category: labelIn(criterion.categories, span.category) }) : t('saidRemoved'),
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
          onPointerDown={event => {
            tap.begin(event)
            cursor.leave(event)
          }}
          onPointerUp={releasePointer}
          onClick={click}
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
          <MarkedPieces text={text} criterion={criterion} own={own} others={others} />
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
