'use client'

import { ChevronDown, GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { get } from 'react-hook-form'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/class-names'
import { RowActions } from '@/components/ui/row-actions'
import { Editor } from '@/criteria/editors'
import type { Criterion } from '@/criteria/schema'
import { CriterionFields } from './criterion-fields'
import { listProblems } from './form-sections'
import { useStudyForm } from './study-form-values'

interface CriterionCardProps {
  index: number
  criterion: Criterion
  criteria: readonly Criterion[]
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  /** Saved: its id stays. */
  isKept: boolean
  keptPartIds: ReadonlySet<string>
  change: (criterion: Criterion) => void
  rename: (label: string) => void
  onMove: (to: number) => void
  onRemove: () => void
  drag: { isDragged: boolean; onStart: () => void; onOver: () => void; onEnd: () => void }
}

/** One criterion: a line to move, open and remove it by, and its fields. */
export function CriterionCard(props: CriterionCardProps) {
  const { index, criterion, criteria, isOpen, onOpenChange, change, rename, onMove, onRemove, drag } = props
  const t = useTranslations('studyForm.criteria')
  const { formState } = useStudyForm()
  const errors: unknown = get(formState.errors, `protocol.criteria.${index}`)
  const problems = listProblems(errors)
  const errorOf = (path: string) => {
    const error: unknown = get(errors, path)
    return error && typeof error === 'object' && 'message' in error ? String(error.message) : undefined
  }
  const { label } = criterion
  const isShown = isOpen || problems.length > 0
  return (
    <li
      id={`criterion-${index}`}
      onDragOver={event => {
        event.preventDefault()
        drag.onOver()
      }}
      className={cn('scroll-mt-16 rounded-lg border bg-card', drag.isDragged && 'border-primary opacity-60')}
    >
      <div className="flex items-center gap-1 p-1.5">
        <span
          aria-hidden
          draggable={!formState.disabled}
          onDragStart={drag.onStart}
          onDragEnd={drag.onEnd}
          className="cursor-grab px-1 text-muted-foreground max-sm:hidden"
        >
          <GripVertical className="size-4" />
        </span>
        <button
          type="button"
          data-criterion-head
          aria-expanded={isShown}
          onClick={() => onOpenChange(!isOpen)}
          onKeyDown={event => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
            if (!by || !event.altKey) return
            event.preventDefault()
            onMove(index + by)
          }}
          className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-start hover:bg-accent"
        >
          <ChevronDown
            aria-hidden
            className={cn(
              'size-4 shrink-0 text-muted-foreground transition-transform',
              !isShown && '-rotate-90 rtl:rotate-90',
            )}
          />
          <span dir="auto" className="truncate font-medium">
            {label || t('unnamed')}
          </span>
          <Badge variant="muted">{t(`kinds.${criterion.kind}.name`)}</Badge>
          {problems.length > 0 ? <Badge variant="destructive">{problems.length}</Badge> : null}
        </button>
        <RowActions
          up={{ label: t('up', { label }), title: t('upKey') }}
          down={{ label: t('down', { label }), title: t('downKey') }}
          remove={{ label: t('remove', { label }) }}
          index={index}
          count={criteria.length}
          keepsOne
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      {isShown ? (
        <div className="grid grid-cols-1 gap-5 border-t p-4 max-sm:px-2.5">
          <CriterionFields criterion={criterion} change={change} rename={rename} errorOf={errorOf} />
          <Editor
            criterion={criterion}
            change={change}
            errorOf={errorOf}
            criteria={criteria}
            keptIds={props.keptPartIds}
          />
          <p className="text-[0.8125rem] text-muted-foreground">
            {t.rich(props.isKept ? 'idKept' : 'id', { id: () => <code>{criterion.id}</code> })}
          </p>
        </div>
      ) : null}
    </li>
  )
}
