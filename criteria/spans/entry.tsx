'use client'

import { Highlighter, Undo2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import { labelIn } from './label-in'
import { type Judged, MarkPopover } from './mark-popover'
import { penaltyOf, replaceSpan, spansOf, withSpans } from './marks'
import { originOf, pointAtMark } from './pointed-mark'
import type { Span, SpansCriterion } from './schema'

/** The marks of a response: what was marked where, to be changed, taken back and undone. */
export function SpansEntry(props: EntryProps<SpansCriterion>) {
  const { criterion, slot, content, value, change, readOnly } = props
  const t = useTranslations('judging.entries.spans')
  const spans = spansOf(value, criterion.id, slot)
  const count = spans.length > 0 ? t('count', { count: spans.length, penalty: penaltyOf(criterion, spans) }) : null
  const history = useHistory(spans)
  const [edited, setEdited] = useState<{ span: Span; anchor: HTMLElement } | null>(null)
  const put = (next: (spans: Span[]) => readonly Span[]) =>
    change(all => withSpans(all, criterion.id, slot, next(spansOf(all, criterion.id, slot))))

  const textOf = (span: Span) =>
    (span.part === 'source' ? content.messages[span.turn]?.text : content.responses[slot - 1]?.turns[span.turn]) ?? ''
  const langOf = (span: Span) =>
    span.part === 'source' ? (content.sourceLanguage ?? content.language) : content.language
  const wordsOf = (span: Span) => textOf(span).slice(span.start, span.end)
  const look = (span: Span) =>
    pointAtMark({
      origin: originOf(span.part, slot, span.turn),
      text: textOf(span),
      lang: langOf(span),
      start: span.start,
      end: span.end,
    })

  return (
    <div className="grid grid-cols-1 gap-1">
      <EntryHead {...props}>
        <span className={cn('tabular min-w-0 flex-1 truncate text-[0.8125rem]', count && 'max-sm:invisible')}>
          {count ?? t('none')}
        </span>
        {readOnly ? null : (
          <>
            {history.last ? (
              <Button variant="ghost" size="sm" onClick={() => history.undo(last => put(() => last))}>
                <Undo2 aria-hidden />
                {t('undo')}
              </Button>
            ) : null}
            <MarkButton criterion={criterion} part="response" slot={slot} label={t('markText')} shortcut="M" />
            {criterion.source ? (
              <MarkButton criterion={criterion} part="source" slot={0} label={t('markSource')} shortcut="⇧ M" />
            ) : null}
          </>
        )}
      </EntryHead>
      {/* Beside the buttons there is no room for it on a phone. */}
      {count ? <p className="tabular text-[0.8125rem] sm:hidden">{count}</p> : null}
      {spans.length > 0 ? (
        <ul className="grid grid-cols-1 gap-0.5" onPointerLeave={() => pointAtMark(null)}>
          {spans.map(span => (
            <li key={JSON.stringify(span)} className="flex min-w-0 items-center gap-1">
              <button
                type="button"
                disabled={readOnly}
                onFocus={() => look(span)}
                onBlur={() => pointAtMark(null)}
                onPointerEnter={() => look(span)}
                onClick={event => setEdited({ span, anchor: event.currentTarget })}
                className="flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded-sm px-1.5 text-start text-[0.8125rem] hover:bg-accent pointer-coarse:min-h-9"
              >
                {span.part === 'source' ? (
                  <span className="shrink-0 rounded-sm border px-1 text-muted-foreground text-xs">{t('source')}</span>
                ) : null}
                <bdi lang={langOf(span)} className="min-w-8 max-w-[50%] shrink truncate font-medium">
                  {wordsOf(span)}
                </bdi>
                <span className="min-w-0 flex-1 truncate text-muted-foreground">
                  {labelIn(criterion.categories, span.category)} · {labelIn(criterion.severities, span.severity)}
                  {span.note ? <span dir="auto"> · {span.note}</span> : null}
                </span>
              </button>
              {readOnly ? null : (
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t('removeOf', { words: wordsOf(span) })}
                  onClick={() => put(own => replaceSpan(own, findIn(own, span), null))}
                >
                  <X aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {edited ? (
        <MarkPopover
          criterion={criterion}
          words={wordsOf(edited.span)}
          lang={langOf(edited.span)}
          anchor={edited.anchor}
          judged={edited.span}
          onSave={(judged: Judged) => {
            const { part, turn, start, end } = edited.span
            put(own => replaceSpan(own, findIn(own, edited.span), { part, turn, start, end, ...judged }))
            setEdited(null)
          }}
          onRemove={() => {
            put(own => replaceSpan(own, findIn(own, edited.span), null))
            setEdited(null)
          }}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </div>
  )
}

const findIn = (spans: readonly Span[], span: Span): Span =>
  spans.find(other => JSON.stringify(other) === JSON.stringify(span)) ?? span

interface MarkButtonProps {
  criterion: SpansCriterion
  part: 'response' | 'source'
  slot: number
  label: string
  shortcut: string
}

/** Puts the focus into the text, where words are chosen with the arrow keys. */
function MarkButton({ criterion, part, slot, label, shortcut }: MarkButtonProps) {
  const t = useTranslations('judging')
  return (
    <Button
      variant="ghost"
      size={part === 'response' ? 'sm' : 'icon-sm'}
      className={part === 'source' ? 'w-auto px-1.5 text-[0.8125rem]' : ''}
      title={t('withKey', { label, key: shortcut })}
      onClick={() =>
        document.querySelector<HTMLElement>(`[data-takes-keys="${criterion.id} ${part} ${slot}"]`)?.focus()
      }
    >
      {part === 'response' ? <Highlighter aria-hidden /> : null}
      {label}
    </Button>
  )
}

const mostSteps = 50

/** The marks as they were before each change, whoever made it on this page. */
function useHistory(spans: Span[]) {
  const key = JSON.stringify(spans)
  const past = useRef<Span[][]>([])
  const shown = useRef({ key, spans })
  const undoing = useRef(false)
  const [, redraw] = useState(0)
  useEffect(() => {
    if (shown.current.key === key) return
    if (!undoing.current) past.current = [...past.current, shown.current.spans].slice(-mostSteps)
    undoing.current = false
    shown.current = { key, spans: JSON.parse(key) }
    redraw(n => n + 1)
  }, [key])
  return {
    get last() {
      return past.current.at(-1) ?? null
    },
    undo(bringBack: (last: Span[]) => void) {
      const last = past.current.pop()
      if (!last) return
      undoing.current = true
      bringBack(last)
    },
  }
}
