import type { ComponentProps, ElementType } from 'react'
import { cn } from './class-names'

export function Card({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('rounded-lg border bg-card text-card-foreground', className)} {...props} />
}

export function CardHeader({ className, ...props }: ComponentProps<'div'>) {
  const grid =
    'grid auto-rows-min items-start gap-x-4 gap-y-1 px-4 pt-3.5 pb-3 has-[[data-card-action]]:grid-cols-[1fr_auto]'
  return <div className={cn(grid, className)} {...props} />
}

export function CardTitle({ className, as: Tag = 'h2', ...props }: ComponentProps<'h2'> & { as?: ElementType }) {
  return <Tag className={cn('font-semibold text-sm leading-5', className)} {...props} />
}

export function CardDescription({ className, ...props }: ComponentProps<'p'>) {
  return <p className={cn('text-muted-foreground text-sm', className)} {...props} />
}

/** Buttons at the end of the header's first line. */
export function CardAction({ className, ...props }: ComponentProps<'div'>) {
  const place = 'col-start-2 row-span-2 row-start-1 flex items-center gap-2 self-start'
  return <div data-card-action="" className={cn(place, className)} {...props} />
}

export function CardContent({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('px-4 pb-4 first:pt-4', className)} {...props} />
}

export function CardFooter({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex items-center gap-2 border-t px-4 py-3', className)} {...props} />
}
