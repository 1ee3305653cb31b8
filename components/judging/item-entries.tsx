'use client'

import { useTranslations } from 'next-intl'
import { Board, hasBoard } from '@/criteria/boards'
import { type EntryContext, EntryList } from './entry-list'

interface ItemEntriesProps extends EntryContext {
  isCurrent: boolean
}

/** What is entered about the item as a whole, over the full width; nothing where nothing is. */
export function ItemEntries({ isCurrent, ...shared }: ItemEntriesProps) {
  const t = useTranslations('judging')
  const targets = shared.item.targetsOf(0)
  const boards = shared.item.asked.filter(hasBoard)
  if (targets.length + boards.length === 0) return null
  return (
    <section
      aria-label={t('itemEntries')}
      className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,26rem),1fr))] gap-x-8 gap-y-1.5 border-t bg-card px-3 py-2"
    >
      {boards.map(criterion => (
        <Board
          key={criterion.id}
          criterion={criterion}
          slotCount={shared.content.responses.length}
          value={shared.value}
          change={shared.change}
          readOnly={shared.readOnly}
        />
      ))}
      <EntryList {...shared} targets={targets} isCurrent={isCurrent} />
    </section>
  )
}
