'use client'

import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { useFieldWiring } from './field-context'

/** The frame that all text-like controls share. */
export const controlClasses =
  'w-full min-w-0 rounded-md border border-input bg-card px-2.5 text-foreground text-sm transition-colors hover:border-muted-foreground disabled:cursor-not-allowed disabled:bg-muted disabled:opacity-70 [&[readonly]]:bg-muted aria-invalid:border-destructive'

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  const file = 'file:me-3 file:h-full file:border-0 file:bg-transparent file:font-medium file:text-sm'
  return (
    <input type={type} className={cn(controlClasses, 'h-8', file, className)} {...props} {...useFieldWiring(props)} />
  )
}
