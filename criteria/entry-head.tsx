'use client'

import { CircleQuestionMark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { cn } from '@/components/ui/class-names'
import type { EntryProps } from './entry-props'
import type { Criterion } from './schema'

type EntryHeadProps = Pick<
  EntryProps<Criterion>,
  'criterion' | 'lead' | 'tools' | 'isAlone' | 'showMissing' | 'problem'
> & {
  /** Of the element with the criterion's name, for `aria-labelledby`. */
  labelId?: string
  /** Beside the name: what has been entered, in a word. */
  children?: ReactNode
}

/** The first line of an entry: letter of the response, the criterion's name and help, what has been entered, tools. */
export function EntryHead({
  criterion,
  lead,
  tools,
  isAlone,
  showMissing,
  problem,
  labelId,
  children,
}: EntryHeadProps) {
  const t = useTranslations('judging')
  const [isOpen, setOpen] = useState(false)
  const help = useId()
  if (isAlone && !lead && !tools && !children) return null
  return (
    <div className="grid grid-cols-1">
      <div className="flex min-h-7 items-center gap-2">
        {lead}
        <span
          id={labelId}
          dir="auto"
          className={cn(
            'min-w-0 truncate text-[0.8125rem]',
            isAlone ? 'sr-only' : 'max-w-[60%] shrink-0',
            showMissing && problem ? 'text-destructive' : 'text-muted-foreground',
          )}
        >
          {criterion.label}
        </span>
        {criterion.help ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={help}
            aria-label={t('helpOf', { label: criterion.label })}
            title={criterion.help}
            onClick={() => setOpen(!isOpen)}
            className="-mx-1 flex size-6 shrink-0 items-center justify-center rounded-sm text-muted-foreground hover:bg-accent"
          >
            <CircleQuestionMark aria-hidden className="size-3.5" />
          </button>
        ) : null}
        <div className="flex min-w-0 flex-1 items-center gap-2">{children}</div>
        {tools}
      </div>
      {isOpen && criterion.help ? (
        <p id={help} dir="auto" className="pb-1 text-[0.8125rem] text-muted-foreground">
          {criterion.help}
        </p>
      ) : null}
    </div>
  )
}
