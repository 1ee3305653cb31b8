'use client'

import { Popover as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { floatingSurface } from './surface'

export const Popover = Primitive.Root
export const PopoverTrigger = Primitive.Trigger
export const PopoverAnchor = Primitive.Anchor

/** A non-modal surface; name it with `aria-label` when it has no heading. */
export function PopoverContent({ className, align = 'start', ...props }: ComponentProps<typeof Primitive.Content>) {
  const size = 'max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto p-3'
  return (
    <Primitive.Portal>
      <Primitive.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={cn(floatingSurface, size, className)}
        {...props}
      />
    </Primitive.Portal>
  )
}
