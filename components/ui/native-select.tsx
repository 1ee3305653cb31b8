'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { useFieldWiring } from './field-context'
import { controlClasses } from './input'

/** The browser's own select in our frame: the right choice for plain lists, on phones above all. */
export function NativeSelect({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative block w-full', className)}>
      <select className={cn(controlClasses, 'h-8 appearance-none pe-8')} {...props} {...useFieldWiring(props)}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-muted-foreground"
      />
    </span>
  )
}
