'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useController } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import type { Criterion } from '@/criteria/schema'
import { AddCriterion } from './add-criterion'
import { freeId, moved, renamed } from './criteria-order'
import { CriterionCard } from './criterion-card'
import { useStudyForm } from './study-form-values'

/** The criteria of the protocol: composed, put in order, and each with the fields of its kind. */
export function CriteriaSection() {
  const t = useTranslations('studyForm.criteria')
  const { control, formState, getValues, setValue } = useStudyForm()
  const { field, fieldState } = useController({ control, name: 'protocol.criteria' })
  // The schema's input leaves defaults out; a form starts from a whole protocol.
  const criteria = field.value as Criterion[]
  const list = useRef<HTMLOListElement>(null)
  const [removed, setRemoved] = useState<{ criterion: Criterion; index: number } | null>(null)
  const [opened, setOpened] = useState<string | null>(criteria[0]?.id ?? null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const saved = (formState.defaultValues?.protocol?.criteria ?? []) as Criterion[]
  const keptIds = new Set(saved.map(criterion => criterion.id))
  const message = fieldState.error?.message ?? fieldState.error?.root?.message

  const focusCard = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-criterion-head]')[index]?.focus())

  function add(criterion: Criterion) {
    const { kind } = criterion
    const id = freeId(criteria, criterion.label, kind)
    field.onChange([...criteria, { ...criterion, id }])
    // A preference compares two: the form would otherwise only say that it cannot.
    if (kind === 'preference' && getValues('protocol.comparison.show') !== 'pairs')
      setValue(
        'protocol.comparison',
        { show: 'pairs', design: 'every-pair', pairsPerItem: null },
        { shouldDirty: true },
      )
    setOpened(id)
    focusCard(criteria.length)
  }

  function remove(index: number) {
    const criterion = criteria[index]
    if (!criterion) return
    setRemoved({ criterion, index })
    setSaid(t('removed', { label: criterion.label }))
    field.onChange(criteria.toSpliced(index, 1))
    focusCard(Math.max(0, index - 1))
  }

  function undo() {
    if (!removed) return
    const { criterion, index } = removed
    const id = criteria.some(other => other.id === criterion.id)
      ? freeId(criteria, criterion.label, criterion.kind)
      : criterion.id
    field.onChange(criteria.toSpliced(index, 0, { ...criterion, id }))
    setRemoved(null)
    focusCard(index)
  }

  function move(from: number, to: number) {
    const criterion = criteria[from]
    if (!criterion || to < 0 || to >= criteria.length) return
    field.onChange(moved(criteria, from, to))
    setSaid(t('moved', { label: criterion.label, number: to + 1, count: criteria.length }))
  }

  return (
    <div className="grid grid-cols-1 gap-3">
      {message ? (
        <p role="alert" className="text-[0.8125rem] text-destructive">
          {message}
        </p>
      ) : null}
      <ol ref={list} className="grid grid-cols-1 gap-3">
        {criteria.map((criterion, index) => (
          <CriterionCard
            // biome-ignore lint/suspicious/noArrayIndexKey: ids follow their labels while somebody types
            key={index}
            index={index}
            criterion={criterion}
            criteria={criteria}
            isOpen={opened === criterion.id || criteria.length === 1}
            onOpenChange={open => setOpened(open ? criterion.id : null)}
            isKept={keptIds.has(criterion.id)}
            keptPartIds={partIds(saved.find(other => other.id === criterion.id))}
            change={next => field.onChange(criteria.toSpliced(index, 1, next))}
            rename={label => {
              const next = renamed(criteria, index, label, keptIds)
              if (opened === criterion.id) setOpened(next[index]?.id ?? null)
              field.onChange(next)
            }}
            onMove={to => {
              move(index, to)
              focusCard(to)
            }}
            onRemove={() => remove(index)}
            drag={{
              isDragged: dragged === index,
              onStart: () => setDragged(index),
              onOver: () => {
                if (dragged === null || dragged === index) return
                move(dragged, index)
                setDragged(index)
              },
              onEnd: () => setDragged(null),
            }}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <AddCriterion hasSpans={criteria.some(({ kind }) => kind === 'spans')} onAdd={add} />
        {removed ? (
          <span className="flex items-center gap-2 text-muted-foreground text-sm">
            {t('removed', { label: removed.criterion.label })}
            <Button variant="outline" size="sm" onClick={undo}>
              <Undo2 aria-hidden />
              {t('undo')}
            </Button>
          </span>
        ) : null}
      </div>
      <output aria-live="polite" className="sr-only">
        {said}
      </output>
    </div>
  )
}

/** Of a saved criterion: ids that recorded judgments may name. */
function partIds(criterion: Criterion | undefined): ReadonlySet<string> {
  const parts =
    criterion?.kind === 'choice'
      ? criterion.options
      : criterion?.kind === 'spans'
        ? [...criterion.categories, ...criterion.severities]
        : []
  return new Set(parts.map(part => part.id))
}
