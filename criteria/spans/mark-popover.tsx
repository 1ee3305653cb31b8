'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { Textarea } from '@/components/ui/textarea'
import { categoryKey, chosenBy, severityKey } from './keys'
import type { Span, SpansCriterion } from './schema'

export type Judged = Pick<Span, 'category' | 'severity' | 'note'>

interface MarkPopoverProps {
  criterion: SpansCriterion
  /** The marked words. */
  words: string
  lang: string
  /** Where it opens. */
  anchor: { getBoundingClientRect: () => DOMRect }
  /** What is changed; null: the mark is new. */
  judged: Judged | null
  onSave: (judged: Judged) => void
  onRemove?: () => void
  onClose: () => void
}

/** What is wrong with the marked words: a letter for the category, a digit for the severity, and it is saved. */
export function MarkPopover(props: MarkPopoverProps) {
  const { criterion, words, lang, anchor, judged, onSave, onRemove, onClose } = props
  const t = useTranslations('judging.entries.spans')
  const [category, setCategory] = useState(judged?.category ?? null)
  const [severity, setSeverity] = useState(judged?.severity ?? null)
  const [note, setNote] = useState(judged?.note ?? '')
  const content = useRef<HTMLDivElement>(null)
  const virtual = useRef(anchor)
  const groups = [...new Set(criterion.categories.map(({ group }) => group))]

  function save(chosen: { category: string | null; severity: string | null }) {
    const text = note.trim()
    if (chosen.category === null || chosen.severity === null) return
    onSave({ category: chosen.category, severity: chosen.severity, ...(text ? { note: text } : {}) })
  }

  function press(event: KeyboardEvent) {
    const isTyping = event.target instanceof HTMLTextAreaElement
    const isSave = event.key === 'Enter' && (isTyping ? !event.shiftKey : event.ctrlKey || event.metaKey)
    if (isSave && !event.nativeEvent.isComposing) {
      event.preventDefault()
      return save({ category, severity })
    }
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = chosenBy(event, criterion)
    if (!chosen) return
    event.preventDefault()
    if ('category' in chosen) {
      setCategory(chosen.category)
      content.current?.querySelector<HTMLElement>('[data-severities] button')?.focus()
    } else {
      setSeverity(chosen.severity)
      save({ category, severity: chosen.severity })
    }
  }

  return (
    <Popover open onOpenChange={open => !open && onClose()}>
      <PopoverAnchor virtualRef={virtual} />
      <PopoverContent
        ref={content}
        aria-label={t('markAs')}
        className="grid w-md max-w-[calc(100vw-1rem)] gap-2.5 pb-0"
        onKeyDown={press}
        onOpenAutoFocus={event => {
          event.preventDefault()
          const chosen = content.current?.querySelector<HTMLElement>('[data-categories] [aria-pressed="true"]')
          ;(chosen ?? content.current?.querySelector<HTMLElement>('[data-categories] button'))?.focus()
        }}
        onCloseAutoFocus={event => event.preventDefault()}
      >
        <p lang={lang} dir="auto" className="line-clamp-2 border-s-2 border-primary ps-2 font-medium">
          {words}
        </p>
        <div data-categories className="gap-x-4 sm:columns-2">
          {groups.map(group => (
            <fieldset
              key={group}
              aria-label={group || t('category')}
              className="flex break-inside-avoid flex-wrap items-center gap-1 pb-1.5"
            >
              {group ? <span className="w-full text-muted-foreground text-xs">{group}</span> : null}
              {criterion.categories.map(({ id, label, group: own }, index) =>
                own === group ? (
                  <Choice
                    key={id}
                    label={label}
                    shortcut={categoryKey(index)}
                    isChosen={category === id}
                    onChoose={() => setCategory(id)}
                  />
                ) : null,
              )}
            </fieldset>
          ))}
        </div>
        {/* In sight however many categories there are. */}
        <div className="sticky bottom-0 -mx-3 grid gap-2.5 border-t bg-popover px-3 pt-2.5 pb-3">
          <fieldset data-severities aria-label={t('severity')} className="flex flex-wrap items-center gap-1">
            {criterion.severities.map(({ id, label }, index) => (
              <Choice
                key={id}
                label={label}
                shortcut={severityKey(index)}
                isChosen={severity === id}
                onChoose={() => {
                  setSeverity(id)
                  if (!judged) save({ category, severity: id })
                }}
              />
            ))}
          </fieldset>
          <Textarea
            rows={1}
            autoGrow
            dir="auto"
            maxLength={1000}
            aria-label={t('note')}
            placeholder={t('note')}
            value={note}
            onChange={event => setNote(event.target.value)}
            className="min-h-8 text-[0.8125rem]"
          />
          <div className="flex justify-end gap-2">
            {onRemove ? (
              <Button variant="ghost" size="sm" className="me-auto" onClick={onRemove}>
                {t('remove')}
              </Button>
            ) : null}
            <Button variant="outline" size="sm" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              size="sm"
              disabled={category === null || severity === null}
              onClick={() => save({ category, severity })}
            >
              {t('save')}
            </Button>
          </div>
        </div>
      </PopoverContent>
    </Popover>
  )
}

interface ChoiceProps {
  label: string
  shortcut: string | null
  isChosen: boolean
  onChoose: () => void
}

function Choice({ label, shortcut, isChosen, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={cn(
        'inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2 text-start text-[0.8125rem] pointer-coarse:min-h-9',
        isChosen ? 'border-primary bg-primary text-primary-foreground' : 'border-input/60 bg-card hover:bg-accent',
      )}
    >
      {shortcut ? (
        <Kbd
          aria-hidden
          className={cn(
            'pointer-coarse:hidden',
            isChosen && 'border-transparent bg-primary-foreground/20 text-primary-foreground',
          )}
        >
          {shortcut.toUpperCase()}
        </Kbd>
      ) : null}
      <span dir="auto">{label}</span>
    </button>
  )
}
