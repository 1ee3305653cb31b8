'use client'

import type { Ref } from 'react'
import { cn } from '@/components/ui/class-names'
import type { Criterion } from '@/criteria/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import { columnsWhenWide } from './layout'
import { ScoreCell, type ScoreCellProps } from './score-cell'
import { ScoreStrip } from './score-strip'

interface ScoreBarProps {
  ref: Ref<HTMLDivElement>
  slots: number[]
  current: number
  criteria: Criterion[]
  value: JudgmentContent
  focusMode: boolean
  onSelect: (slot: number) => void
  cell: (slot: number) => Omit<ScoreCellProps, 'slot' | 'criteria' | 'value' | 'isCurrent'>
}

/** The scores, always in reach: under each response, or one at a time with all of them in a strip. */
export function ScoreBar({ ref, slots, current, criteria, value, focusMode, onSelect, cell }: ScoreBarProps) {
  const columns = columnsWhenWide(slots.length)
  return (
    <div className="@container shrink-0 border-t bg-sidebar">
      <ScoreStrip
        slots={slots}
        current={current}
        criteria={criteria}
        value={value}
        onSelect={onSelect}
        className={focusMode ? 'mx-auto max-w-5xl' : columns.onlyNarrow}
      />
      {/* Follows the reading area sideways. */}
      <div
        ref={ref}
        className={focusMode ? 'mx-auto max-w-5xl' : cn('grid grid-cols-1 overflow-x-hidden', columns.bar)}
      >
        {slots.map(slot => {
          const isCurrent = slot === current
          if (focusMode && !isCurrent) return null
          return (
            <div
              key={slot}
              className={cn('min-w-0 flex-col border-s first:border-s-0', isCurrent ? 'flex' : columns.onlyWide)}
            >
              <ScoreCell slot={slot} criteria={criteria} value={value} isCurrent={isCurrent} {...cell(slot)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
