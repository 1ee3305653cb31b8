'use client'

import { cn } from '@/components/ui/class-names'
import { drawnTogether, Entry } from '@/criteria/entries'
import { findRating } from '@/criteria/ratings'
import type { EntryContext } from './entry-list'
import type { Target } from './judged-item'
import { columnsWhenWide } from './layout'

interface TogetherEntriesProps extends EntryContext {
  slots: number[]
  current: number
  focusMode: boolean
  onEnter: (slot: number) => void
  onDone: (target: Target) => void
}

/** What is judged of every response and asks much of each: it stands once, over the full width, with a column per response. */
export function TogetherEntries(props: TogetherEntriesProps) {
  const { slots, current, focusMode, onEnter, onDone, item, first, typedAt, ...shared } = props
  const targets = item.targetsOf(current).filter(({ criterion }) => drawnTogether.has(criterion.kind))
  return targets.map(target => {
    const { criterion } = target
    return (
      <div
        key={criterion.id}
        data-entry={`${criterion.id} ${current}`}
        tabIndex={-1}
        className={cn('min-w-0 border-t bg-card -outline-offset-1', focusMode && 'mx-auto max-w-5xl')}
      >
        <Entry
          {...shared}
          criterion={criterion}
          slot={current}
          slotCount={slots.length}
          isCurrent
          problem={item.problemAt(criterion.id, current)}
          typed={typedAt(target)}
          first={first && findRating(first, criterion.id, current)}
          isAlone={false}
          together={{
            slots,
            onlyCurrent: focusMode,
            othersClass: columnsWhenWide(slots.length).cellOnlyWide,
            onEnter,
            onDone: () => onDone(target),
          }}
        />
      </div>
    )
  })
}
