'use client'

import { Check, ChevronsUpDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cn } from './class-names'
import { ComboboxList, type ComboboxOption } from './combobox-list'
import { useFieldWiring } from './field-context'
import { controlClasses } from './input'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

export type { ComboboxOption } from './combobox-list'

interface Shared {
  options: ComboboxOption[]
  placeholder?: string
  searchPlaceholder?: string
  emptyText?: string
  /** Searching elsewhere than in `options`: called at each change of the text, and nothing is filtered here. */
  onSearchChange?: (text: string) => void
  isLoading?: boolean
  disabled?: boolean
  className?: string
  id?: string
  'aria-label'?: string
}

export interface ComboboxProps extends Shared {
  value: string | null
  onValueChange: (value: string | null) => void
  /** Choosing the chosen one again takes it away. */
  clearable?: boolean
}

export interface MultiComboboxProps extends Shared {
  value: string[]
  onValueChange: (value: string[]) => void
}

/** One of many, found by typing. */
export function Combobox({ value, onValueChange, clearable, ...shared }: ComboboxProps) {
  const t = useTranslations('ui')
  const wiring = useFieldWiring(shared)
  const [isOpen, setIsOpen] = useState(false)
  const chosen = shared.options.find(option => option.value === value)

  function choose(next: string) {
    onValueChange(clearable && next === value ? null : next)
    setIsOpen(false)
  }

  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger
        disabled={shared.disabled}
        aria-label={shared['aria-label']}
        className={cn(controlClasses, 'flex h-8 items-center justify-between gap-2 text-start', shared.className)}
        {...wiring}
      >
        <span className={cn('truncate', !chosen && 'text-muted-foreground')}>
          {chosen?.label ?? shared.placeholder ?? t('choose')}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </PopoverTrigger>
      <OptionPopover {...shared} isChosen={option => option === value} onChoose={choose} />
    </Popover>
  )
}

/** Any number of many, found by typing; the chosen ones stand in the field and can be taken off there. */
export function MultiCombobox({ value, onValueChange, ...shared }: MultiComboboxProps) {
  const t = useTranslations('ui')
  const wiring = useFieldWiring(shared)
  const labelOf = (chosen: string) => shared.options.find(option => option.value === chosen)?.label ?? chosen
  const remove = (chosen: string) => onValueChange(value.filter(other => other !== chosen))
  const toggle = (chosen: string) => (value.includes(chosen) ? remove(chosen) : onValueChange([...value, chosen]))

  return (
    <Popover>
      <div className={cn(controlClasses, 'flex min-h-8 flex-wrap items-center gap-1 p-1', shared.className)}>
        {value.map(chosen => (
          <span
            key={chosen}
            className="inline-flex items-center gap-0.5 rounded-sm bg-secondary ps-1.5 text-[0.8125rem] text-secondary-foreground"
          >
            {labelOf(chosen)}
            <button
              type="button"
              disabled={shared.disabled}
              aria-label={t('removeTag', { tag: labelOf(chosen) })}
              onClick={() => remove(chosen)}
              className="inline-grid size-5.5 place-content-center rounded-sm text-muted-foreground hover:text-foreground"
            >
              <X aria-hidden className="size-3" />
            </button>
          </span>
        ))}
        <PopoverTrigger
          disabled={shared.disabled}
          aria-label={shared['aria-label']}
          className="flex h-6 min-w-24 flex-1 items-center justify-between gap-2 rounded-sm px-1.5 text-start text-muted-foreground"
          {...wiring}
        >
          <span className="truncate">{value.length === 0 ? (shared.placeholder ?? t('choose')) : t('addMore')}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0" />
        </PopoverTrigger>
      </div>
      <OptionPopover {...shared} isChosen={option => value.includes(option)} onChoose={toggle} />
    </Popover>
  )
}

interface OptionPopoverProps extends Shared {
  isChosen: (value: string) => boolean
  onChoose: (value: string) => void
}

function OptionPopover({ isChosen, onChoose, ...shared }: OptionPopoverProps) {
  const t = useTranslations('ui')
  const label = shared['aria-label'] ?? shared.placeholder ?? t('choose')
  return (
    <PopoverContent aria-label={label} className="w-(--radix-popover-trigger-width) min-w-64 overflow-hidden p-0">
      <ComboboxList
        {...shared}
        label={label}
        onChoose={onChoose}
        mark={option => (isChosen(option) ? <Check aria-label={t('chosen')} className="ms-auto" /> : null)}
      />
    </PopoverContent>
  )
}
