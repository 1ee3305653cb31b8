'use client'

import type { Ref } from 'react'
import { cn } from '@/components/ui/class-names'
import { EntryCell, type EntryCellProps } from './entry-cell'
import type { EntryContext } from './entry-list'
import { columnsWhenWide } from './layout'

interface EntryBarProps extends EntryContext {
  ref: Ref<HTMLDivElement>
  slots: number[]
  current: number
  focusMode: boolean
  cell: (slot: number) => Pick<EntryCellProps, 'commentOpen' | 'onEnter' | 'onToggleComment' | 'onCannotJudge'>
}

/** What is entered about each response, under it, or one at a time; nothing where all is about the item. */
export function EntryBar({ ref, slots, current, focusMode, cell, ...shared }: EntryBarProps) {
  const columns = columnsWhenWide(slots.length)
  if (shared.item.targetsOf(1).length === 0) return null
  return (
    // Follows the reading area sideways.
    <div ref={ref} className={focusMode ? 'mx-auto max-w-5xl' : cn('grid grid-cols-1 overflow-x-hidden', columns.bar)}>
      {slots.map(slot => {
        const isCurrent = slot === current
        if (focusMode && !isCurrent) return null
        return (
          <div
            key={slot}
            className={cn('min-w-0 flex-col border-s first:border-s-0', isCurrent ? 'flex' : columns.onlyWide)}
          >
            <EntryCell {...shared} {...cell(slot)} slot={slot} isCurrent={isCurrent} />
          </div>
        )
      })}
    </div>
  )
}
