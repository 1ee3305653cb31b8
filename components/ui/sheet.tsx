'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { Button } from './button'
import { cn } from './class-names'
import { overlay } from './surface'

export {
  DialogBody as SheetBody,
  DialogDescription as SheetDescription,
  DialogFooter as SheetFooter,
  DialogHeader as SheetHeader,
  DialogTitle as SheetTitle,
} from './dialog'

export const Sheet = Primitive.Root
export const SheetTrigger = Primitive.Trigger
export const SheetClose = Primitive.Close

const sides = {
  start: 'inset-y-0 start-0 h-full border-e',
  end: 'inset-y-0 end-0 h-full border-s',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] border-t',
}

const widths = { sm: 'w-72', md: 'w-[28rem]', lg: 'w-[40rem]', xl: 'w-[56rem]' }

export interface SheetContentProps extends ComponentProps<typeof Primitive.Content> {
  side?: keyof typeof sides
  size?: keyof typeof widths
}

/** A dialog at the edge of the window. */
export function SheetContent({ side = 'end', size = 'md', className, children, ...props }: SheetContentProps) {
  const t = useTranslations('ui')
  const motion =
    'duration-150 data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0'
  const width = side === 'bottom' ? '' : `${widths[size]} max-w-[calc(100vw-2rem)]`
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlay} />
      <Primitive.Content
        className={cn(
          'fixed z-50 flex flex-col bg-popover text-popover-foreground shadow-black/20 shadow-xl',
          motion,
          sides[side],
          width,
          className,
        )}
        {...props}
      >
        {children}
        <Primitive.Close asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t('close')} className="absolute end-2.5 top-2.5">
            <X aria-hidden />
          </Button>
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  )
}
