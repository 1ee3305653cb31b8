'use client'

import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cn } from '@/components/ui/class-names'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { EntryProps } from '../entry-props'
import { findRating } from '../ratings'
import { type Graded, gradesIn, withGrade } from './grading'
import { partName } from './parts'
import { gradesOf, mostHundredths } from './points'
import type { ChecklistCriterion, RubricPoint } from './schema'

interface GradeCellProps extends Pick<EntryProps<ChecklistCriterion>, 'value' | 'change' | 'readOnly'> {
  graded: Graded
  point: RubricPoint
  /** The point's place, from 1. */
  number: number
  isTabStop: boolean
  isMissing: boolean
  onEnter: () => void
  /** Typed to its end: on to what is next. */
  onGraded: () => void
}

const looks = {
  not: 'border-destructive bg-destructive-soft text-destructive',
  partly: 'border-warning bg-warning-soft text-warning',
  met: 'border-success bg-success-soft text-success',
}

/** The grade of one point for one response. Takes the focus as a whole: digits grade it. */
export function GradeCell(props: GradeCellProps) {
  const { graded, point, number, value, change, readOnly, isTabStop, isMissing, onEnter } = props
  const t = useTranslations('judging.entries.checklist')
  const { criterion, slot } = graded
  const passed = findRating(value, criterion.id, slot)?.cannotJudge !== undefined
  if (passed) return <span className="block text-center text-muted-foreground">–</span>
  const earned = gradesIn(value, graded).points[point.id]?.earned ?? null
  const most = mostHundredths(point)
  const label = slot > 0 ? t('cell', { letter: slotLetter(slot), number }) : t('itemCell', { number })
  const names = gradesOf(point)?.map(grade => ({
    grade,
    name: grade === 0 ? ('not' as const) : grade === most ? ('met' as const) : ('partly' as const),
  }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be told which of its keys do what
    <div
      role="group"
      aria-label={label}
      data-part={partName('point', point.id, slot)}
      data-lacks={isMissing || undefined}
      tabIndex={isTabStop && !readOnly ? 0 : -1}
      onFocusCapture={onEnter}
      className={cn(
        'flex w-max items-center gap-0.5 rounded-md p-0.5',
        isMissing && 'outline outline-2 outline-destructive',
      )}
    >
      {names ? (
        names.map(({ grade, name }) => (
          <button
            key={grade}
            type="button"
            tabIndex={isTabStop ? 0 : -1}
            aria-pressed={earned === grade}
            aria-label={t(`grades.${name}`)}
            title={t(`grades.${name}`)}
            disabled={readOnly}
            onClick={() => change(content => withGrade(content, graded, point, earned === grade ? null : grade))}
            className={cn(
              'inline-flex size-7 items-center justify-center rounded-md border font-medium text-[0.8125rem] pointer-coarse:size-9',
              earned === grade ? looks[name] : 'border-input/60 bg-card text-muted-foreground hover:bg-accent',
              readOnly && earned !== grade && 'opacity-40',
            )}
          >
            {name === 'met' ? <Check aria-hidden className="size-4" /> : null}
            {name === 'partly' ? <span aria-hidden>½</span> : null}
            {name === 'not' ? <X aria-hidden className="size-4" /> : null}
          </button>
        ))
      ) : (
        <PointsField {...props} earned={earned} label={label} />
      )}
    </div>
  )
}

const asText = (earned: number | null) => (earned === null ? '' : String(earned / 100))

/** Points up to a maximum, with at most two decimals. What is typed and is no grade is not kept. */
function PointsField(props: GradeCellProps & { earned: number | null; label: string }) {
  const { graded, point, change, readOnly, isMissing, earned, label, onGraded } = props
  const t = useTranslations('judging.entries.checklist')
  const [typed, setTyped] = useState<string | null>(null)
  const most = mostHundredths(point)

  function type(text: string) {
    const plain = text.replace(',', '.')
    const hundredths = /^\d+(\.\d{0,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
    if (plain !== '' && (hundredths === null || hundredths > most)) return
    setTyped(text)
    change(content => withGrade(content, graded, point, hundredths))
  }

  return (
    <span className="flex items-center gap-1">
      <input
        inputMode="decimal"
        autoComplete="off"
        data-part={partName('value', point.id, graded.slot)}
        tabIndex={-1}
        aria-label={label}
        aria-invalid={isMissing}
        readOnly={readOnly}
        value={typed ?? asText(earned)}
        onChange={event => type(event.target.value)}
        onFocus={event => event.target.setSelectionRange(event.target.value.length, event.target.value.length)}
        onBlur={() => setTyped(null)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          onGraded()
        }}
        className="tabular h-7 w-14 rounded-md border border-input bg-card px-1.5 text-end text-sm pointer-coarse:h-9"
      />
      <span className="tabular text-[0.8125rem] text-muted-foreground">{t('of', { maximum: point.maximum })}</span>
    </span>
  )
}
