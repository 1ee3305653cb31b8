'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { RowActions } from '@/components/ui/row-actions'

interface PartRowsProps<Part> {
  legend: string
  hint?: string
  error?: string
  parts: readonly Part[]
  change: (parts: Part[]) => void
  /** A new, empty part. */
  make: () => Part
  addLabel: string
  most: number
  row: (part: Part, index: number, set: (part: Part) => void) => ReactNode
}

/** The parts of a criterion in order: labels, points, categories. At least one stays. */
export function PartRows<Part>({ legend, hint, error, parts, change, make, addLabel, most, row }: PartRowsProps<Part>) {
  const t = useTranslations('studyForm.criteria')
  const swap = (index: number, other: number) =>
    change(parts.map((part, at) => parts[at === index ? other : at === other ? index : at] ?? part))
  return (
    <fieldset className="grid min-w-0 grid-cols-1 justify-items-start gap-2">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint ? <p className="text-[0.8125rem] text-muted-foreground">{hint}</p> : null}
      {error ? (
        <p role="alert" className="text-[0.8125rem] text-destructive">
          {error}
        </p>
      ) : null}
      <ol className="grid w-full grid-cols-1 gap-2">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ids follow their labels, and nothing of a row is kept in it
          <li key={index} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              {row(part, index, next => change(parts.map((other, at) => (at === index ? next : other))))}
            </div>
            <RowActions
              up={{ label: t('partUp', { number: index + 1 }) }}
              down={{ label: t('partDown', { number: index + 1 }) }}
              remove={{ label: t('partRemove', { number: index + 1 }) }}
              index={index}
              count={parts.length}
              keepsOne
              onMove={to => swap(index, to)}
              onRemove={() => change(parts.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <Button variant="outline" size="sm" disabled={parts.length >= most} onClick={() => change([...parts, make()])}>
        <Plus aria-hidden />
        {addLabel}
      </Button>
    </fieldset>
  )
}
