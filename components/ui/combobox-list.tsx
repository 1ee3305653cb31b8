'use client'

import { Command } from 'cmdk'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from './class-names'
import { Spinner } from './spinner'
import { floatingItem } from './surface'

export interface ComboboxOption {
  value: string
  label: string
  /** A second, quieter text: a code, an address. */
  hint?: string
  /** Other words to find it by. */
  keywords?: string[]
  disabled?: boolean
}

export interface ComboboxListProps {
  options: ComboboxOption[]
  label: string
  searchPlaceholder?: string
  emptyText?: string
  onSearchChange?: (text: string) => void
  isLoading?: boolean
  onChoose: (value: string) => void
  /** What marks an option, by its value. */
  mark: (value: string) => ReactNode
}

/** The search field and the list under it. */
export function ComboboxList(props: ComboboxListProps) {
  const { options, label, searchPlaceholder, emptyText, onSearchChange, isLoading, onChoose, mark } = props
  const t = useTranslations('ui')
  const item =
    'data-[disabled=true]:pointer-events-none data-[selected=true]:bg-accent data-[selected=true]:text-accent-foreground data-[disabled=true]:opacity-50 forced-colors:data-[selected=true]:outline-2'
  return (
    <Command label={label} shouldFilter={!onSearchChange} loop>
      <div className="flex items-center gap-2 border-b px-2.5 focus-within:border-ring focus-within:shadow-[0_1px_0_var(--ring)]">
        <Command.Input
          onValueChange={onSearchChange}
          placeholder={searchPlaceholder ?? t('search')}
          className="h-8 w-full bg-transparent text-sm outline-none"
        />
        {isLoading ? <Spinner className="text-muted-foreground" /> : null}
      </div>
      <Command.List label={label} className="max-h-64 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-4 text-center text-muted-foreground">
          {isLoading ? t('loading') : (emptyText ?? t('nothingFound'))}
        </Command.Empty>
        {options.map(option => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label, option.hint ?? '', ...(option.keywords ?? [])]}
            disabled={option.disabled}
            onSelect={() => onChoose(option.value)}
            className={cn(floatingItem, 'data-[disabled]:pointer-events-auto data-[disabled]:opacity-100', item)}
          >
            <span className="truncate">{option.label}</span>
            {option.hint ? <span className="truncate text-muted-foreground text-xs">{option.hint}</span> : null}
            {mark(option.value)}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
