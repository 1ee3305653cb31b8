'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import { findRating, withRating } from '../ratings'
import { isSameOption, optionsOf, type PreferenceOption } from './options'
import type { PreferenceCriterion } from './schema'

/** Arrow heads towards the side that is better; the browser mirrors them where A stands on the right. */
const signs = { a: '‹', b: '›' }

/** A line of answers from A much better to B much better, and beside it that neither can be used. */
export function PreferenceEntry(props: EntryProps<PreferenceCriterion>) {
  const { criterion, value, change, readOnly, showMissing, problem } = props
  const t = useTranslations('judging')
  const labelId = useId()
  const [considered, setConsidered] = useState<PreferenceOption | null>(null)
  const rating = findRating(value, criterion.id, 0)?.choice
  const chosen = rating?.kind === 'preference' ? rating : null
  const line = optionsOf(criterion)
  const options = criterion.bothUnusable ? [...line, { prefer: 'unusable' as const, strength: null }] : line
  const current = options.findIndex(option => isSameOption(chosen, option))
  const isLong = criterion.strengths.length > 1

  function wordsOf({ prefer, strength }: PreferenceOption) {
    if (prefer === 'tie' || prefer === 'unusable') return t(`entries.preference.${prefer}`)
    return t('entries.preference.better', {
      letter: prefer.toUpperCase(),
      strength: criterion.strengths[(strength ?? 1) - 1] ?? '',
    })
  }
  const choose = (option: PreferenceOption) =>
    change(content => withRating(content, criterion.id, 0, { choice: { kind: 'preference', ...option } }))
  const shown = considered ?? chosen
  const isConsidering = considered !== null && !isSameOption(chosen, considered)

  return (
    <div data-wide={isLong || undefined} className="grid grid-cols-1 gap-1.5">
      <EntryHead {...props} labelId={labelId}>
        <span
          dir="auto"
          className={cn(
            'min-w-0 truncate text-sm',
            chosen && !isConsidering ? 'font-semibold' : 'text-muted-foreground',
            isConsidering && 'italic',
            showMissing && problem && 'text-destructive',
          )}
        >
          {shown ? wordsOf(shown) : t('notAnswered')}
        </span>
      </EntryHead>
      <fieldset
        aria-labelledby={labelId}
        onPointerLeave={() => setConsidered(null)}
        className="flex min-w-0 flex-wrap items-stretch gap-2 sm:flex-nowrap"
      >
        <div className="flex min-w-0 flex-[1_1_100%] overflow-hidden rounded-md border border-input/60 bg-card outline-offset-1 sm:flex-1">
          {line.map((option, index) => (
            <Answer
              key={`${option.prefer} ${option.strength}`}
              sign={
                option.strength === null ? '=' : isLong ? signs[option.prefer as 'a' | 'b'].repeat(option.strength) : ''
              }
              words={
                option.strength === null
                  ? t('entries.preference.tie')
                  : (criterion.strengths[option.strength - 1] ?? '')
              }
              letter={option.strength === null ? null : option.prefer.toUpperCase()}
              name={wordsOf(option)}
              digit={String(index + 1)}
              isChosen={index === current}
              isStop={index === Math.max(current, 0)}
              readOnly={readOnly}
              onChoose={() => choose(option)}
              onConsider={isOn => setConsidered(isOn ? option : null)}
            />
          ))}
        </div>
        {criterion.bothUnusable ? (
          <div className="flex flex-[1_1_100%] overflow-hidden rounded-md border border-input/60 bg-card outline-offset-1 sm:flex-none">
            <Answer
              sign="⊘"
              words={t('entries.preference.unusable')}
              letter={null}
              name={t('entries.preference.unusable')}
              digit="U"
              isChosen={current === line.length}
              isStop={current === line.length}
              readOnly={readOnly}
              onChoose={() => choose({ prefer: 'unusable', strength: null })}
              onConsider={isOn => setConsidered(isOn ? { prefer: 'unusable', strength: null } : null)}
              isNamed
            />
          </div>
        ) : null}
      </fieldset>
    </div>
  )
}

interface AnswerProps {
  sign: string
  words: string
  letter: string | null
  /** In full, for screen readers. */
  name: string
  digit: string
  isChosen: boolean
  isStop: boolean
  readOnly: boolean
  onChoose: () => void
  onConsider: (isOn: boolean) => void
  /** Its words stand there on narrow screens, too. */
  isNamed?: boolean
}

// One stop of the Tab key; the arrow keys go from answer to answer without choosing.
function moveFocus(event: KeyboardEvent<HTMLButtonElement>) {
  const rtl = document.documentElement.dir === 'rtl'
  const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key]
  if (!by || event.altKey || event.ctrlKey || event.metaKey) return
  const buttons = [...(event.currentTarget.closest('fieldset')?.querySelectorAll('button') ?? [])]
  const at = buttons.indexOf(event.currentTarget)
  event.preventDefault()
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
}

function Answer({ sign, words, letter, name, digit, isChosen, isStop, isNamed, readOnly, ...act }: AnswerProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={name}
      tabIndex={isStop ? 0 : -1}
      disabled={readOnly}
      onKeyDown={moveFocus}
      onClick={act.onChoose}
      onPointerEnter={() => act.onConsider(true)}
      onFocus={() => act.onConsider(true)}
      onBlur={() => act.onConsider(false)}
      className={cn(
        'flex min-h-9 min-w-0 flex-1 items-center justify-center gap-1.5 border-input/30 border-s px-1 py-1 text-center text-[0.8125rem] leading-4 transition-colors first:border-s-0 focus-visible:-outline-offset-2 pointer-coarse:min-h-11',
        isChosen ? 'bg-primary font-semibold text-primary-foreground' : 'hover:bg-accent hover:text-accent-foreground',
        readOnly && !isChosen && 'opacity-60',
      )}
    >
      {readOnly ? null : (
        <Kbd
          aria-hidden
          className={cn(
            'hidden pointer-fine:@[52rem]:inline-flex',
            isChosen && 'border-transparent bg-primary-foreground/20 text-primary-foreground',
          )}
        >
          {digit}
        </Kbd>
      )}
      <span aria-hidden className="grid min-w-0">
        <span className="whitespace-nowrap">
          {letter ? <b className="font-semibold">{letter}</b> : null}
          {letter && sign ? ' ' : null}
          {sign}
          {isNamed ? <span className="ms-1.5 sm:hidden">{words}</span> : null}
        </span>
        <span dir="auto" className="hidden min-w-0 truncate text-xs @[52rem]:block">
          {words}
        </span>
      </span>
    </button>
  )
}
