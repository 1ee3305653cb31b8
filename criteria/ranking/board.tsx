'use client'

import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/class-names'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { BoardProps } from '../boards'
import { findRating } from '../ratings'
import { type Drop, groupsOf, ranksOf, tidied, withDropped, withMoved } from './order'
import type { RankingCriterion } from './schema'

// What was done is said in the reader's language, here.
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/** The order as it stands: letters are dragged, or moved with the arrow keys, between places and onto them. */
export function RankingBoard({ criterion, slotCount, value, change, readOnly }: BoardProps<RankingCriterion>) {
  const t = useTranslations('judging')
  const board = useRef<HTMLElement>(null)
  const [said, say] = useState('')
  // A touch that scrolls is no drag.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }))
  const ranks = ranksOf(value, criterion, slotCount)
  const groups = groupsOf(ranks)
  const left = ranks.flatMap((rank, index) =>
    rank === null && findRating(value, criterion.id, index + 1)?.cannotJudge === undefined ? [index + 1] : [],
  )

  // A response that turned out not to be judged leaves a gap among the ranks.
  useEffect(() => {
    if (!readOnly && tidied(value, criterion, slotCount) !== value)
      change(content => tidied(content, criterion, slotCount))
  }, [value, criterion, slotCount, change, readOnly])

  function announce(slot: number, next: typeof value) {
    const after = ranksOf(next, criterion, slotCount)
    const rank = after[slot - 1]
    const sharers = after.flatMap((other, index) =>
      other === rank && index + 1 !== slot ? [slotLetter(index + 1)] : [],
    )
    const letter = slotLetter(slot)
    if (rank)
      say(
        sharers.length > 0
          ? t('entries.ranking.saidShared', { letter, rank, letters: sharers.join(', ') })
          : t('entries.ranking.said', { letter, rank }),
      )
  }

  function apply(slot: number, make: (content: typeof value) => typeof value) {
    change(make)
    announce(slot, make(value))
  }

  function drop({ active, over }: DragEndEvent) {
    const target = over?.data.current as Drop | undefined
    const slot = Number(active.id)
    if (target) apply(slot, content => withDropped(content, criterion, slotCount, slot, target))
  }

  function moveByKey(event: KeyboardEvent, slot: number) {
    const rtl = document.documentElement.dir === 'rtl'
    const by = { ArrowLeft: rtl ? 1 : -1, ArrowUp: -1, ArrowRight: rtl ? -1 : 1, ArrowDown: 1 }[event.key]
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    apply(slot, content => withMoved(content, criterion, slotCount, slot, by < 0 ? -1 : 1))
    // The letter is drawn anew in its new place.
    requestAnimationFrame(() => board.current?.querySelector<HTMLElement>(`[data-chip="${slot}"]`)?.focus())
  }

  const chip = (slot: number) => (
    <Chip key={slot} slot={slot} readOnly={readOnly} onKey={event => moveByKey(event, slot)} />
  )
  return (
    <DndContext
      id={`board-${criterion.id}`}
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragEnd={drop}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t('entries.ranking.howToMove') } }}
    >
      <section
        ref={board}
        aria-label={t('entries.ranking.board', { label: criterion.label })}
        data-wide
        className="col-span-full flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5"
      >
        <span className="text-[0.8125rem] text-muted-foreground">{t('entries.ranking.best')}</span>
        <ol className="flex min-w-0 flex-wrap items-center">
          {groups.map((group, index) => (
            <li key={group.join()} className="flex items-center">
              <Gap id={`gap-${index}`} drop={{ before: index }} />
              <Place id={`place-${index}`} drop={{ onto: index }} rank={index + 1}>
                {group.map(chip)}
              </Place>
            </li>
          ))}
          <li className="flex items-center">
            <Gap id={`gap-${groups.length}`} drop={{ before: groups.length }} isWide={groups.length === 0} />
          </li>
        </ol>
        {left.length > 0 ? (
          <span className="flex flex-wrap items-center gap-1.5 border-s ps-3">
            <span className="text-[0.8125rem] text-muted-foreground">{t('entries.ranking.left')}</span>
            {left.map(chip)}
          </span>
        ) : null}
        <output aria-live="polite" className="sr-only">
          {said}
        </output>
      </section>
    </DndContext>
  )
}

interface ChipProps {
  slot: number
  readOnly: boolean
  onKey: (event: KeyboardEvent) => void
}

function Chip({ slot, readOnly, onKey }: ChipProps) {
  const t = useTranslations('judging')
  const { attributes, listeners, setNodeRef, transform, isDragging } = useDraggable({ id: slot, disabled: readOnly })
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-chip={slot}
      {...attributes}
      {...listeners}
      aria-label={t('response', { letter: slotLetter(slot) })}
      disabled={readOnly}
      onKeyDown={onKey}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined}
      className={cn(
        'flex h-8 min-w-8 touch-none items-center justify-center rounded-md border bg-card px-2 font-semibold text-sm shadow-xs pointer-coarse:h-11 pointer-coarse:min-w-11',
        readOnly ? 'opacity-80' : 'cursor-grab hover:bg-accent',
        isDragging && 'relative z-50 cursor-grabbing border-primary shadow-md',
      )}
    >
      {slotLetter(slot)}
    </button>
  )
}

function Place({ id, drop, rank, children }: { id: string; drop: Drop; rank: number; children: ReactNode }) {
  const { setNodeRef, isOver } = useDroppable({ id, data: drop })
  return (
    <span
      ref={setNodeRef}
      className={cn(
        'flex items-center gap-1 rounded-lg border border-transparent bg-muted px-1.5 py-1',
        isOver && 'border-primary bg-accent',
      )}
    >
      <span className="tabular px-0.5 text-muted-foreground text-xs">{rank}</span>
      {children}
    </span>
  )
}

/** Between two places: to be dropped here is to come between them. */
function Gap({ id, drop, isWide = false }: { id: string; drop: Drop; isWide?: boolean }) {
  const { setNodeRef, isOver } = useDroppable({ id, data: drop })
  return (
    <span
      ref={setNodeRef}
      aria-hidden
      className={cn(
        'mx-0.5 h-10 rounded-md transition-colors',
        isWide ? 'w-24 border border-dashed' : 'w-4',
        isOver && 'bg-primary/30',
      )}
    />
  )
}
