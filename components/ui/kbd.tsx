import type { ComponentProps } from 'react'
import { cn } from './class-names'

/** A key, or several pressed together: written from left to right, as they are on a keyboard. */
export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  const look =
    'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-b-2 bg-muted px-1 font-medium font-sans text-[0.6875rem] text-muted-foreground leading-none'
  return <kbd dir="ltr" className={cn(look, className)} {...props} />
}
