'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { cn } from '@/components/ui/class-names'
import { slotLetter } from '@/server/blinding/slot-letter'
import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import { findRating } from '../ratings'
import { ranksOf, withRank } from './order'
import type { RankingCriterion } from './schema'

/** The rank of one response; a rank that others have is marked, for to choose it is a tie. */
export function RankingEntry(props: EntryProps<RankingCriterion>) {
  const { criterion, slot, slotCount, value, change, readOnly, showMissing, problem } = props
  const t = useTranslations('judging')
  const rank = findRating(value, criterion.id, slot)?.value ?? null
  const ranks = ranksOf(value, criterion, slotCount)
  const sharers = ranks.flatMap((other, index) =>
    rank !== null && other === rank && index + 1 !== slot ? [slotLetter(index + 1)] : [],
  )

  // One stop of the Tab key; the arrow keys go from rank to rank without choosing.
  function moveFocus(event: KeyboardEvent<HTMLButtonElement>) {
    const rtl = document.documentElement.dir === 'rtl'
    const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key]
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return
    const buttons = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])]
    event.preventDefault()
    buttons[(buttons.indexOf(event.currentTarget) + by + buttons.length) % buttons.length]?.focus()
  }

  return (
    <div className="grid grid-cols-1 gap-1.5">
      <EntryHead {...props}>
        <span
          className={cn(
            'min-w-0 truncate text-sm',
            rank === null ? 'text-muted-foreground' : 'font-semibold',
            showMissing && problem && 'text-destructive',
          )}
        >
          {rank === null
            ? t('entries.ranking.none')
            : sharers.length > 0
              ? t('entries.ranking.shared', { rank, letters: sharers.join(', ') })
              : t('entries.ranking.rank', { rank })}
        </span>
      </EntryHead>
      <fieldset
        aria-label={t('scoreOf', { label: criterion.label, letter: slotLetter(slot) })}
        className="flex min-w-0 overflow-hidden rounded-md border border-input/60 bg-card outline-offset-1"
      >
        {ranks.map((_, index) => {
          const own = index + 1
          const others = ranks.flatMap((other, at) => (other === own && at + 1 !== slot ? [slotLetter(at + 1)] : []))
          return (
            <button
              key={own}
              type="button"
              aria-pressed={own === rank}
              aria-label={
                others.length > 0
                  ? t('entries.ranking.taken', { rank: own, letters: others.join(', ') })
                  : t('entries.ranking.rank', { rank: own })
              }
              tabIndex={own === (rank ?? 1) ? 0 : -1}
              disabled={readOnly}
              onKeyDown={moveFocus}
              onClick={() => change(content => withRank(content, criterion, slotCount, slot, own))}
              className={cn(
                'tabular flex h-8 min-w-0 flex-1 items-center justify-center gap-1 border-input/30 border-s text-[0.8125rem] transition-colors first:border-s-0 focus-visible:-outline-offset-2 pointer-coarse:h-11',
                own === rank
                  ? 'bg-primary font-semibold text-primary-foreground'
                  : 'hover:bg-accent hover:text-accent-foreground',
              )}
            >
              {own}
              {others.length > 0 ? (
                <span
                  aria-hidden
                  className={cn('text-[0.6875rem]', own === rank ? 'text-primary-foreground' : 'text-muted-foreground')}
                >
                  {others.join('')}
                </span>
              ) : null}
            </button>
          )
        })}
      </fieldset>
    </div>
  )
}
