'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/class-names'
import { cannotJudgeReason } from '@/criteria/ratings'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { JudgmentContent } from '@/server/judgments/schema'
import type { JudgedItem } from './judged-item'

interface ScoreStripProps {
  slots: number[]
  current: number
  item: JudgedItem
  value: JudgmentContent
  onSelect: (slot: number) => void
  className?: string
}

/** All responses and what they were given in one line, for when only one is on the screen. */
export function ScoreStrip({ slots, current, item, value, onSelect, className }: ScoreStripProps) {
  const t = useTranslations('judging')
  return (
    <nav
      data-tour="strip"
      aria-label={t('responses')}
      className={cn('flex shrink-0 gap-1 overflow-x-auto p-1.5', className)}
    >
      {slots.map(slot => {
        const letter = slotLetter(slot)
        const targets = item.targetsOf(slot).filter(({ criterion }) => criterion.kind !== 'comment')
        // How many places are marked is no score: it is not to be read as one.
        const main = targets.find(({ criterion }) => criterion.kind !== 'spans') ?? targets[0]
        const scored = targets.filter(target => target === main || target.criterion.kind !== 'spans')
        const glances = scored.map(item.glance).filter(Boolean)
        const isDone = targets.length > 1 && !targets.some(item.isOpen)
        const shown = cannotJudgeReason(value, item.asked, slot) !== null ? '⊘' : (main && item.glance(main)) || '–'
        return (
          <button
            key={slot}
            type="button"
            aria-current={slot === current}
            aria-label={
              targets.length === 0
                ? t('response', { letter })
                : t('stripItem', { letter, score: glances.join(', ') || t('notScored') })
            }
            onClick={() => onSelect(slot)}
            className={cn(
              'tabular flex h-8 min-w-16 flex-1 items-center justify-center gap-2 rounded-md border px-2 text-sm',
              slot === current
                ? 'border-primary bg-card font-medium'
                : 'bg-background text-muted-foreground hover:bg-accent',
            )}
          >
            <span className="font-semibold">{letter}</span>
            {targets.length > 0 ? <span className="max-w-20 truncate">{shown}</span> : null}
            {isDone ? <Check aria-hidden className="size-3.5 text-success" /> : null}
          </button>
        )
      })}
    </nav>
  )
}
