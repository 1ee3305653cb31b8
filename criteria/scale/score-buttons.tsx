'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { cn } from '@/components/ui/class-names'
import { anchorOf } from './anchors'
import type { ScaleCriterion } from './schema'
import { formatSteps, stepCount, toSteps } from './steps'

// Few scales are so fine that they need it.
const NumberField = dynamic(() => import('@/components/ui/number-field').then(module => module.NumberField))

const mostButtons = 21

interface ScoreButtonsProps {
  scale: ScaleCriterion
  /** "Response A: Score" */
  label: string
  /** In steps; null: not scored. */
  value: number | null
  onChange: (value: number | null) => void
  /** The score under the pointer or the focus, whose anchor is shown; null: none. */
  onConsider: (score: number | null) => void
  /** What was chosen before the rest was shown, in steps. */
  first?: number
  readOnly?: boolean
}

/** The values that get a button: all, or the whole numbers of a fine scale, or none of a long one. */
function buttonScores(scale: ScaleCriterion): number[] {
  if (scale.max - scale.min + 1 > mostButtons) return []
  const step = stepCount(scale) < mostButtons ? scale.step : 1
  const count = Math.floor((scale.max - scale.min) / step + 1e-6) + 1
  return Array.from({ length: count }, (_, index) => Math.round((scale.min + index * step) * 10) / 10)
}

/** One button per value, and a field for what lies between them. Nothing is chosen before somebody chooses. */
export function ScoreButtons({ scale, label, value, first, onChange, onConsider, readOnly }: ScoreButtonsProps) {
  const t = useTranslations('judging')
  const scores = buttonScores(scale)
  const isFine = scores.length < stepCount(scale) + 1
  const chosen = scores.findIndex(score => toSteps(score, scale) === value)

  // One stop of the Tab key; the arrow keys go from value to value without choosing.
  function moveFocus(event: KeyboardEvent<HTMLButtonElement>) {
    const rtl = document.documentElement.dir === 'rtl'
    const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key]
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return
    const buttons = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(event.currentTarget)
    event.preventDefault()
    buttons[(at + by + buttons.length) % buttons.length]?.focus()
  }

  return (
    <div className="flex min-w-0 items-center gap-2">
      {scores.length > 0 ? (
        <fieldset
          aria-label={label}
          onPointerLeave={() => onConsider(null)}
          className="flex min-w-0 flex-1 overflow-hidden rounded-md border border-input/60 bg-card outline-offset-1"
        >
          {scores.map((score, index) => {
            const steps = toSteps(score, scale)
            const shown = steps === null ? String(score) : formatSteps(steps, scale).replace(/\.0$/, '')
            const anchor = anchorOf(scale, score)
            return (
              <button
                key={score}
                type="button"
                aria-pressed={index === chosen}
                aria-label={anchor ? t('valueWithAnchor', { value: shown, anchor }) : shown}
                tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
                disabled={readOnly}
                onKeyDown={moveFocus}
                onClick={() => onChange(steps)}
                onPointerEnter={() => onConsider(score)}
                onFocus={() => onConsider(score)}
                onBlur={() => onConsider(null)}
                className={cn(
                  'tabular h-8 min-w-0 flex-1 border-input/30 border-s text-center text-[0.8125rem] transition-colors first:border-s-0 focus-visible:-outline-offset-2',
                  index === chosen
                    ? 'bg-primary font-semibold text-primary-foreground'
                    : 'hover:bg-accent hover:text-accent-foreground',
                  steps === first && index !== chosen && 'shadow-[inset_0_-3px_var(--primary)]',
                )}
              >
                {shown}
              </button>
            )
          })}
        </fieldset>
      ) : null}
      {isFine ? (
        <NumberField
          aria-label={label}
          value={value === null ? null : Number(formatSteps(value, scale))}
          onValueChange={score => onChange(score === null ? null : toSteps(score, scale))}
          min={scale.min}
          max={scale.max}
          step={scale.step}
          readOnly={readOnly}
          placeholder={t('notScoredShort')}
          className={scores.length > 0 ? 'w-16' : 'w-28'}
        />
      ) : null}
    </div>
  )
}
