'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode, Ref, UIEvent } from 'react'
import { Foldable } from '@/components/rendering/foldable'
import { Markdown } from '@/components/rendering/markdown'
import { cn } from '@/components/ui/class-names'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import { slotLetter } from '@/server/blinding/slot-letter'
import { type Round, roundsOf } from '@/server/items/conversation'
import { ContextNote } from './context-note'
import { ConversationMessages } from './conversation-messages'
import { columnsWhenWide } from './layout'
import { Letter } from './letter'
import { MarkedText, type Marking } from './marked-text'

// Scrolls by keyboard as soon as it has the focus.
const scrollable = { tabIndex: 0 }

interface ReadingAreaProps {
  ref: Ref<HTMLDivElement>
  content: BlindedAssignmentData
  current: number
  onEnter: (slot: number) => void
  focusMode: boolean
  raw: boolean
  /** Places in the texts are marked; absent: nothing of the kind. */
  marking?: Marking
  isOpen: (part: string) => boolean
  onOpenChange: (part: string, open: boolean) => void
  onScroll: (event: UIEvent<HTMLDivElement>) => void
  notice?: ReactNode
}

/** Prompt, reference and responses. One area scrolls, so that texts side by side stay side by side. */
export function ReadingArea(props: ReadingAreaProps) {
  const { ref, content, current, marking, raw, isOpen, onOpenChange, onScroll, notice } = props
  const t = useTranslations('judging')
  const rounds = roundsOf(content.messages, Math.max(...content.responses.map(response => response.turns.length)))
  const alone = content.messages.filter(message => message.role !== 'system').length === 1
  let from = 0
  return (
    <section
      ref={ref}
      data-tour="reading"
      aria-label={t('readingArea')}
      {...scrollable}
      onScroll={onScroll}
      className="@container min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      {notice ? <div className="sticky start-0 w-[100cqi] px-4 pt-3">{notice}</div> : null}
      {rounds.map((round, index) => {
        const start = from
        from += round.messages.length
        const reference = round.turn === null ? undefined : content.references[round.turn]
        return (
          <div key={`round ${start} ${round.turn}`}>
            {round.messages.length > 0 || reference || (index === 0 && content.context) ? (
              <div className="sticky start-0 grid w-[100cqi] items-start gap-x-8 gap-y-4 border-b bg-background px-4 py-3 @[72rem]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
                <div className="grid min-w-0 gap-4">
                  <ConversationMessages
                    messages={round.messages}
                    lang={content.sourceLanguage ?? content.language}
                    sourceLanguage={content.sourceLanguage}
                    raw={raw}
                    marking={marking}
                    current={current}
                    last={content.messages.length - 1}
                    from={start}
                    isOpen={isOpen}
                    onOpenChange={onOpenChange}
                    alone={alone}
                  />
                </div>
                <div className="grid min-w-0 gap-4">
                  {index === 0 ? <ContextNote {...props} /> : null}
                  {reference ? (
                    <section
                      aria-label={t('reference')}
                      data-revealed={content.reveal === 'done' ? '' : undefined}
                      tabIndex={content.reveal === 'done' ? -1 : undefined}
                      className="min-w-0 max-w-4xl rounded-md border border-success/30 bg-success-soft px-3 py-2"
                    >
                      <h2 className="mb-1 font-medium text-success text-xs">{t('reference')}</h2>
                      <Foldable
                        short
                        open={isOpen(`reference ${index}`)}
                        onOpenChange={open => onOpenChange(`reference ${index}`, open)}
                        label={t('reference')}
                      >
                        <Markdown text={reference} lang={content.language} raw={raw} />
                      </Foldable>
                      {content.reveal === 'done' ? (
                        <p className="mt-2 text-muted-foreground text-xs">{t('revealedNote')}</p>
                      ) : null}
                    </section>
                  ) : null}
                </div>
              </div>
            ) : null}
            <Responses {...props} round={round} rounds={rounds.length} />
          </div>
        )
      })}
    </section>
  )
}

function Responses({ round, rounds, ...props }: ReadingAreaProps & { round: Round; rounds: number }) {
  const { content, current, onEnter, focusMode, marking, raw, isOpen, onOpenChange } = props
  const t = useTranslations('judging')
  const { turn } = round
  if (turn === null) return null
  const slots = content.responses.map((response, index) => ({ slot: index + 1, text: response.turns[turn] }))
  const shown = focusMode ? slots.filter(({ slot }) => slot === current) : slots
  return (
    <div className={focusMode ? 'mx-auto max-w-5xl' : cn('grid grid-cols-1', columnsWhenWide(slots.length).grid)}>
      {shown.map(({ slot, text }) => {
        const letter = slotLetter(slot)
        const label = t('response', { letter })
        const part = `response ${slot} ${turn}`
        return (
          <article
            key={slot}
            id={`response-${slot}-${turn}`}
            aria-label={rounds > 1 ? t('responseTurn', { letter, turn: turn + 1 }) : label}
            aria-current={slot === current}
            tabIndex={-1}
            onFocusCapture={() => onEnter(slot)}
            onPointerDownCapture={() => onEnter(slot)}
            className={cn(
              'flex min-w-0 flex-col border-b outline-none',
              !focusMode && columnsWhenWide(slots.length).divider,
            )}
          >
            <header
              className={cn(
                'sticky top-0 z-10 flex h-9 items-center gap-2 border-b px-4',
                slot === current ? 'bg-accent shadow-[inset_0_2px_var(--primary)]' : 'bg-sidebar',
              )}
            >
              <Letter letter={letter} isCurrent={slot === current} />
              <h2 className="font-medium text-sm">{label}</h2>
            </header>
            <div className="flex-1 bg-card px-4 py-3">
              {text === undefined ? (
                <p className="text-muted-foreground italic">{t('noTurn')}</p>
              ) : (
                <Foldable open={isOpen(part)} onOpenChange={open => onOpenChange(part, open)} label={label}>
                  {marking ? (
                    <MarkedText
                      text={text}
                      lang={content.language}
                      part="response"
                      turn={turn}
                      slot={slot}
                      marking={marking}
                    />
                  ) : (
                    <Markdown text={text} lang={content.language} raw={raw} />
                  )}
                </Foldable>
              )}
            </div>
          </article>
        )
      })}
    </div>
  )
}
