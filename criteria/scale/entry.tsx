'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cn } from '@/components/ui/class-names'
import { slotLetter } from '@/server/blinding/slot-letter'
import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import { findRating, withValue } from '../ratings'
import { anchorOf } from './anchors'
import type { ScaleCriterion } from './schema'
import { ScoreButtons } from './score-buttons'
import { formatSteps } from './steps'

/** A score: its words, and a button per value. */
export function ScaleEntry(props: EntryProps<ScaleCriterion>) {
  const { criterion: scale, slot, value, first, change, readOnly, typed, showMissing, problem } = props
  const t = useTranslations('judging')
  const [considered, setConsidered] = useState<number | null>(null)
  const steps = findRating(value, scale.id, slot)?.value ?? null
  const score = steps === null ? null : Number(formatSteps(steps, scale))
  const shown = considered ?? score
  const anchor = shown === null ? null : anchorOf(scale, shown)
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <EntryHead {...props}>
        <span
          className={cn(
            'tabular whitespace-nowrap font-semibold text-base',
            score === null && 'font-normal text-muted-foreground text-sm',
            showMissing && problem && 'text-destructive',
          )}
        >
          {steps === null ? typed || t('notScored') : formatSteps(steps, scale)}
          {typed !== null ? (
            <span aria-hidden className="ms-px inline-block h-4 w-0.5 animate-pulse bg-primary align-middle" />
          ) : null}
        </span>
        {first?.value !== undefined && first.value !== steps ? (
          <span className="tabular shrink-0 whitespace-nowrap rounded-sm border px-1 text-muted-foreground text-xs">
            {t('firstScore', { score: formatSteps(first.value, scale) })}
          </span>
        ) : null}
        <span
          dir="auto"
          title={anchor ?? undefined}
          className={cn(
            'min-w-0 flex-1 truncate text-[0.8125rem] text-muted-foreground [text-align:match-parent]',
            considered !== null && 'italic',
          )}
        >
          {anchor && considered !== null && considered !== score
            ? t('valueWithAnchor', { value: considered, anchor })
            : anchor}
        </span>
      </EntryHead>
      <ScoreButtons
        scale={scale}
        label={slot === 0 ? scale.label : t('scoreOf', { label: scale.label, letter: slotLetter(slot) })}
        value={steps}
        onChange={next => change(content => withValue(content, scale.id, slot, next))}
        onConsider={setConsidered}
        first={first?.value}
        readOnly={readOnly}
      />
    </div>
  )
}
