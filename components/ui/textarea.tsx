'use client'

import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { useFieldWiring } from './field-context'
import { controlClasses } from './input'

export interface TextareaProps extends ComponentProps<'textarea'> {
  /** Grows with its text, up to 24 lines or so. */
  autoGrow?: boolean
}

export function Textarea({ className, autoGrow, rows = 4, ...props }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      className={cn(
        controlClasses,
        'min-h-16 py-1.5 leading-5',
        autoGrow && 'field-sizing-content max-h-125',
        className,
      )}
      {...props}
      {...useFieldWiring(props)}
    />
  )
}
