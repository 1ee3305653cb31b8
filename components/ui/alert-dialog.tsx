'use client'

import { AlertDialog as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { buttonClasses } from './button'
import { cn } from './class-names'
import { dialogFrame } from './dialog'
import { overlay } from './surface'

export { DialogBody as AlertDialogBody, DialogFooter as AlertDialogFooter } from './dialog'

export const AlertDialog = Primitive.Root
export const AlertDialogTrigger = Primitive.Trigger

/** Cannot be left by a click beside it: the question must be answered. */
export function AlertDialogContent({ className, children, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlay} />
      <Primitive.Content className={cn(dialogFrame, 'sm:max-w-md', className)} {...props}>
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  )
}

export function AlertDialogHeader({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('grid gap-1 px-5 pt-4 pb-3', className)} {...props} />
}

export function AlertDialogTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  return <Primitive.Title className={cn('font-semibold text-base leading-6', className)} {...props} />
}

export function AlertDialogDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  const look = 'text-pretty text-muted-foreground text-sm'
  return (
    <Primitive.Description asChild {...props} className={cn(look, className)}>
      <div>{props.children}</div>
    </Primitive.Description>
  )
}

export function AlertDialogAction({ className, ...props }: ComponentProps<typeof Primitive.Action>) {
  return <Primitive.Action className={cn(buttonClasses(), className)} {...props} />
}

export function AlertDialogCancel({ className, ...props }: ComponentProps<typeof Primitive.Cancel>) {
  return <Primitive.Cancel className={cn(buttonClasses({ variant: 'outline' }), className)} {...props} />
}
