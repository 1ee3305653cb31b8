'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/class-names'
import type { Criterion } from '@/criteria/schema'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { JudgmentContent } from '@/server/judgments/schema'
import { cannotJudgeReason, scalesOf, scoreOf } from './ratings'

interface ScoreStripProps {
  slots: number[]
  current: number
  criteria: Criterion[]
  value: JudgmentContent
  onSelect: (slot: number) => void
  className?: string
}

/** All responses and their scores in one line, for when only one is on the screen. */
export function ScoreStrip({ slots, current, criteria, value, onSelect, className }: ScoreStripProps) {
  const t = useTranslations('judging')
  const scale = scalesOf(criteria)[0]
  return (
    <nav aria-label={t('responses')} className={cn('flex gap-1 overflow-x-auto p-1.5', className)}>
      {slots.map(slot => {
        const letter = slotLetter(slot)
        const score = scale ? scoreOf(value, scale, slot) : null
        const shown = cannotJudgeReason(value, criteria, slot) === null ? (score ?? '–') : '⊘'
        return (
          <button
            key={slot}
            type="button"
            aria-current={slot === current}
            aria-label={t('stripItem', { letter, score: score ?? t('notScored') })}
            onClick={() => onSelect(slot)}
            className={cn(
              'tabular flex h-8 min-w-16 flex-1 items-center justify-center gap-2 rounded-md border text-sm',
              slot === current
                ? 'border-primary bg-card font-medium'
                : 'bg-background text-muted-foreground hover:bg-accent',
            )}
          >
            <span className="font-semibold">{letter}</span>
            <span>{shown}</span>
          </button>
        )
      })}
    </nav>
  )
}
