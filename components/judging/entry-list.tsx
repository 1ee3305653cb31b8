'use client'

import type { ReactNode } from 'react'
import { Entry } from '@/criteria/entries'
import type { EntryProps } from '@/criteria/entry-props'
import { findRating } from '@/criteria/ratings'
import type { Criterion } from '@/criteria/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import type { JudgedItem, Target } from './judged-item'

/** What all entries of an item share. */
export interface EntryContext
  extends Pick<EntryProps<Criterion>, 'content' | 'value' | 'change' | 'readOnly' | 'showMissing'> {
  item: JudgedItem
  first?: JudgmentContent
  typedAt: (target: Target) => string | null
}

interface EntryListProps extends EntryContext {
  targets: Target[]
  isCurrent: boolean
  lead?: ReactNode
  tools?: ReactNode
}

/** The entries of some targets, one below the other. The first one's line has the letter and the tools. */
export function EntryList({ targets, item, first, typedAt, lead, tools, ...shared }: EntryListProps) {
  const named = targets.filter(({ criterion }) => criterion.kind !== 'comment')
  return targets.map((target, index) => {
    const { criterion, slot } = target
    return (
      // Takes the focus by key and by what is missing, so that the next keys are for it.
      <div
        key={criterion.id}
        data-entry={`${criterion.id} ${slot}`}
        tabIndex={-1}
        className="min-w-0 -outline-offset-1 has-data-wide:col-span-full"
      >
        <Entry
          {...shared}
          criterion={criterion}
          slot={slot}
          slotCount={shared.content.responses.length}
          problem={item.problemAt(criterion.id, slot)}
          typed={typedAt(target)}
          first={first && findRating(first, criterion.id, slot)}
          lead={index === 0 ? lead : undefined}
          tools={index === 0 ? tools : undefined}
          isAlone={named.length === 1 && slot > 0}
        />
      </div>
    )
  })
}
