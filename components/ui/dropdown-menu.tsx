'use client'

import { Check, ChevronRight, Circle } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { floatingItem, floatingSurface } from './surface'

/** Not modal: the page behind stays scrollable and readable for screen readers. */
export function DropdownMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />
}
export const DropdownMenuTrigger = Primitive.Trigger
export const DropdownMenuGroup = Primitive.Group
export const DropdownMenuRadioGroup = Primitive.RadioGroup
export const DropdownMenuSub = Primitive.Sub

const surface = cn(
  floatingSurface,
  'max-h-(--radix-dropdown-menu-content-available-height) min-w-40 max-w-80 overflow-y-auto p-1',
)

export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content sideOffset={4} collisionPadding={8} className={cn(surface, className)} {...props} />
    </Primitive.Portal>
  )
}

export interface DropdownMenuItemProps extends ComponentProps<typeof Primitive.Item> {
  variant?: 'default' | 'destructive'
}

export function DropdownMenuItem({ variant = 'default', className, ...props }: DropdownMenuItemProps) {
  const danger = 'text-destructive data-[highlighted]:bg-destructive-soft data-[highlighted]:text-destructive'
  return <Primitive.Item className={cn(floatingItem, variant === 'destructive' && danger, className)} {...props} />
}

export function DropdownMenuCheckboxItem(props: ComponentProps<typeof Primitive.CheckboxItem>) {
  const { className, children, ...rest } = props
  return (
    <Primitive.CheckboxItem className={cn(floatingItem, 'ps-8', className)} {...rest}>
      <Primitive.ItemIndicator className="absolute start-2">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.CheckboxItem>
  )
}

export function DropdownMenuRadioItem({ className, children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={cn(floatingItem, 'ps-8', className)} {...props}>
      <Primitive.ItemIndicator className="absolute start-3">
        <Circle aria-hidden className="size-2 fill-current" />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.RadioItem>
  )
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn('px-2 py-1 text-muted-foreground text-xs', className)} {...props} />
}

export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof Primitive.Separator>) {
  return <Primitive.Separator className={cn('-mx-1 my-1 h-px bg-border', className)} {...props} />
}

export function DropdownMenuShortcut({ className, ...props }: ComponentProps<'span'>) {
  return <span className={cn('ms-auto ps-4 text-muted-foreground text-xs', className)} {...props} />
}

export function DropdownMenuSubTrigger({ className, children, ...props }: ComponentProps<typeof Primitive.SubTrigger>) {
  return (
    <Primitive.SubTrigger className={cn(floatingItem, className)} {...props}>
      {children}
      <ChevronRight aria-hidden className="ms-auto rtl:rotate-180" />
    </Primitive.SubTrigger>
  )
}

export function DropdownMenuSubContent({ className, ...props }: ComponentProps<typeof Primitive.SubContent>) {
  return (
    <Primitive.Portal>
      <Primitive.SubContent className={cn(surface, className)} {...props} />
    </Primitive.Portal>
  )
}
