import type { ComponentProps } from 'react'
import { cn } from './class-names'

export function Label({ className, htmlFor, children, ...props }: ComponentProps<'label'>) {
  return (
    <label
      htmlFor={htmlFor}
      className={cn('inline-flex items-center gap-1.5 font-medium text-sm', className)}
      {...props}
    >
      {children}
    </label>
  )
}
