'use client'

import { ChevronRight } from 'lucide-react'
import { Collapsible as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'

export const Collapsible = Primitive.Root
export const CollapsibleContent = Primitive.Content

/** A line with a chevron that opens what follows. With `asChild` it lends only its behaviour. */
export function CollapsibleTrigger({
  className,
  children,
  asChild,
  ...props
}: ComponentProps<typeof Primitive.Trigger>) {
  if (asChild) {
    return (
      <Primitive.Trigger asChild className={className} {...props}>
        {children}
      </Primitive.Trigger>
    )
  }
  const look = 'group inline-flex items-center gap-1.5 rounded-sm py-1 text-start font-medium text-sm'
  const chevron =
    'size-4 shrink-0 text-muted-foreground transition-transform group-data-[state=open]:rotate-90 rtl:rotate-180 rtl:group-data-[state=open]:rotate-90'
  return (
    <Primitive.Trigger className={cn(look, className)} {...props}>
      <ChevronRight aria-hidden className={chevron} />
      {children}
    </Primitive.Trigger>
  )
}
