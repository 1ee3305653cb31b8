'use client'

import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

export interface TooltipProps {
  content: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** The key that does the same, shown beside the text. */
  shortcut?: string
  /** One focusable element. It needs a name of its own: a tooltip only describes. */
  children: ReactNode
}

/** Brings its own provider: in the root layout it would put the positioning library on every page. */
export function Tooltip({ content, side = 'top', shortcut, children }: TooltipProps) {
  const look =
    'z-60 flex max-w-72 items-center gap-2 text-pretty rounded-md border bg-popover px-2 py-1 text-popover-foreground text-xs shadow-black/10 shadow-md animate-in fade-in-0 duration-100'
  return (
    <Primitive.Provider delayDuration={400}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content side={side} sideOffset={5} collisionPadding={8} className={look}>
            {content}
            {shortcut ? <Kbd>{shortcut}</Kbd> : null}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
