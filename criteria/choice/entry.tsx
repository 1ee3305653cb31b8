'use client'

import { useId } from 'react'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'
import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import { letterOf } from './keys'
import { labelsOf, withLabel } from './labels'
import type { ChoiceCriterion } from './schema'

/** Labels to choose one or several of, each with its letter. */
export function ChoiceEntry(props: EntryProps<ChoiceCriterion>) {
  const { criterion, slot, value, change, readOnly } = props
  const labelId = useId()
  const chosen = labelsOf(value, criterion, slot)
  return (
    <div className="grid gap-1">
      <EntryHead {...props} labelId={labelId} />
      <fieldset aria-labelledby={labelId} className="flex min-w-0 flex-wrap gap-1">
        {criterion.options.map((option, index) => {
          const isChosen = chosen.includes(option.id)
          const letter = letterOf(index)
          return (
            <button
              key={option.id}
              type="button"
              aria-pressed={isChosen}
              title={option.help || undefined}
              disabled={readOnly}
              onClick={() => change(content => withLabel(content, criterion, slot, option.id))}
              className={cn(
                'inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-md border px-2 text-start text-[0.8125rem] transition-colors',
                isChosen
                  ? 'border-primary bg-primary text-primary-foreground'
                  : 'border-input/60 bg-card hover:bg-accent hover:text-accent-foreground',
                readOnly && !isChosen && 'opacity-60',
              )}
            >
              {letter && !readOnly ? (
                <Kbd
                  aria-hidden
                  className={cn(
                    'max-sm:hidden pointer-coarse:hidden',
                    isChosen && 'border-transparent bg-primary-foreground/20 text-primary-foreground',
                  )}
                >
                  {letter.toUpperCase()}
                </Kbd>
              ) : null}
              <span dir="auto" className="min-w-0 break-words">
                {option.label}
              </span>
            </button>
          )
        })}
      </fieldset>
    </div>
  )
}
